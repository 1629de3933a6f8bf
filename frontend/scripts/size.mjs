// The budgets, measured from the build's manifest: what the home page needs, and what each route adds.
import { existsSync, readFileSync } from "node:fs";
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";

const dist = new URL("../dist/", import.meta.url).pathname;
if (!existsSync(`${dist}.vite/manifest.json`)) throw new Error("npm run build first");
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));

/** A module's file and the files it needs at once; what it loads later is not counted. */
function needed(key, kind, seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key];
  return [
    ...(kind === "css" ? css : [file]),
    ...imports.flatMap((other) => needed(other, kind, seen)),
  ].filter((name) => name.endsWith(`.${kind}`));
}

const entry = "index.html";
const home = "src/app/routes/home.tsx";
const english = "src/i18n/locales/en.po?first";
const first = (kind) => new Set([entry, home, english].flatMap((key) => needed(key, kind)));
// Chunks that are loaded later than their page (a map, a table) count as routes of their own.
const lazy = Object.keys(manifest).filter(
  (key) => manifest[key].isDynamicEntry && key !== home && !key.includes(".po"),
);

const gzip = async (files) => {
  const paths = [...files].map((name) => `${dist}${name}`);
  if (paths.length === 0) return 0;
  const [{ size }] = await sizeLimit([filePlugin], {
    checks: [{ path: paths, files: paths, gzip: true }],
  });
  return size;
};

const rows = [
  ["first route JS", await gzip(first("js")), 120_000],
  ["first route CSS", await gzip(first("css")), 20_000],
];
for (const key of lazy) {
  const more = needed(key, "js").filter((name) => !first("js").has(name));
  const limit = key.includes("/rooms/note/") ? 170_000 : 80_000;
  rows.push([`+ ${key.replace(/^.*src\//, "")}`, await gzip(more), limit]);
}
let over = false;
for (const [name, size, limit] of rows) {
  if (size > limit) over = true;
  const mark = size > limit ? "TOO LARGE" : "";
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB of ${limit / 1000}  ${name} ${mark}`);
}
if (over) process.exit(1);
