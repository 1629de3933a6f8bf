// Draws the continents of the maps once: Natural Earth 110 m in Equal Earth, one path a drawing.
// `node scripts/land.mjs` writes the files named below, `--check` compares.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/land-110m.json"), "utf8"));
const land = feature(atlas, atlas.objects.land);

const files = {
  /** The home page shows a piece of the world: from Mexico to India. */
  "features/networks/home/land.json": {
    wide: { digits: 0, width: 1226, height: 720, rotate: 30, scale: 317.2, x: 617.2, y: 431.8 },
    narrow: { digits: 1, width: 328, height: 210, rotate: 10, scale: 94.4, x: 176.4, y: 133.7 },
  },
  /** All of it, of which other maps cut their piece. */
  "ui/map/world.json": {
    whole: { digits: 0, width: 2000, height: 974, rotate: -11, scale: 369.3, x: 1000, y: 487 },
  },
};

function draw({ digits, ...view }) {
  const projection = geoEqualEarth()
    .rotate([view.rotate, 0])
    .scale(view.scale)
    .translate([view.x, view.y])
    .clipExtent([
      [0, 0],
      [view.width, view.height],
    ]);
  return { ...view, land: geoPath(projection).digits(digits)(land) };
}

for (const [name, views] of Object.entries(files)) {
  const target = new URL(`../src/${name}`, import.meta.url);
  const drawn = Object.entries(views).map(([view, numbers]) => [view, draw(numbers)]);
  const text = `${JSON.stringify(Object.fromEntries(drawn), null, 2)}\n`;
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
  } else if (readFileSync(target, "utf8") !== text) {
    console.error(`${name} is out of date: node scripts/land.mjs`);
    process.exit(1);
  }
}
