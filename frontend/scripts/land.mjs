// Draws the continents of the home map once: Natural Earth 110 m in Equal Earth, one path a drawing.
// `node scripts/land.mjs` writes src/features/networks/home/land.json, `--check` compares.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/land-110m.json"), "utf8"));
const land = feature(atlas, atlas.objects.land);
const target = new URL("../src/features/networks/home/land.json", import.meta.url);

/** The pieces of the world the map shows: from Mexico to India. */
const views = {
  wide: { digits: 0, width: 1226, height: 720, rotate: 30, scale: 317.2, x: 617.2, y: 431.8 },
  narrow: { digits: 1, width: 328, height: 210, rotate: 10, scale: 94.4, x: 176.4, y: 133.7 },
};

const drawn = Object.fromEntries(
  Object.entries(views).map(([name, { digits, ...view }]) => {
    const projection = geoEqualEarth()
      .rotate([view.rotate, 0])
      .scale(view.scale)
      .translate([view.x, view.y])
      .clipExtent([
        [0, 0],
        [view.width, view.height],
      ]);
    const path = geoPath(projection).digits(digits)(land);
    return [name, { ...view, land: path }];
  }),
);

const text = `${JSON.stringify(drawn, null, 2)}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
} else if (readFileSync(target, "utf8") !== text) {
  console.error("land.json is out of date: node scripts/land.mjs");
  process.exit(1);
}
