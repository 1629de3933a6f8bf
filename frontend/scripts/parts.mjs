// What the build's manifest says of each page: which files it needs beyond those that every page needs.
import { existsSync, readFileSync } from "node:fs";

const root = new URL("../", import.meta.url).pathname;
/** Rooms of the signed in that share a chunk. */
const ROOMS = ["src/app/routes/steering.ts", "src/app/routes/project-writing.tsx"];
export const isRoom = (file) => ROOMS.includes(file);
export const languages = ["en", "de", "es", "pt"];

/** Path and module of each page, as the router names them; those without parameters first. */
export function pages() {
  const code = readFileSync(`${root}src/app/router.tsx`, "utf8");
  const named =
    /const (\w+) = pages(?:<[^>]*>)?\(\s*\(\) => import\("\.\/(routes\/[^"]+)"\),?\s*\)/g;
  const shared = Object.fromEntries(
    [...code.matchAll(named)].map(([, name, file]) => [name, file]),
  );
  const words = Object.keys(shared).join("|");
  const place = new RegExp(
    `\\bat\\(\\s*"([^"]+)",(?:[^"]*import\\("\\./(routes/[^"]+)"\\)|\\s*(${words})\\()`,
    "g",
  );
  const found = [...code.matchAll(place)];
  if (found.length !== code.match(/\bat\(\s*"/g)?.length) {
    throw new Error("router.tsx: not every page was understood");
  }
  return found
    .flatMap(([, path, file, word]) =>
      addresses(path).map((each) => [each, module(file ?? shared[word])]),
    )
    .sort(([a], [b]) => Number(a.includes("$")) - Number(b.includes("$")));
}

/** A path is one more for each parameter that may be left out. */
function addresses(path) {
  const [, given, left] = /^(.*?)((?:\/\{-\$\w+\})*)$/.exec(path);
  const names = left.match(/\$\w+/g) ?? [];
  return [given, ...names.map((_, last) => [given, ...names.slice(0, last + 1)].join("/"))];
}

/** A page's module, or the one that names several that are opened together. */
function module(file) {
  const page = `src/app/${file}.tsx`;
  return existsSync(root + page) ? page : `src/app/${file}.ts`;
}

/** Files by module, in the order of the manifest; `more` leaves out what every page has. */
export function manifest(dist) {
  const modules = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
  function needed(key, seen = new Set()) {
    const { file, css = [], imports = [] } = modules[key];
    if (seen.has(file)) return seen;
    for (const name of [file, ...css]) seen.add(name);
    for (const other of imports) needed(other, seen);
    return seen;
  }
  const always = needed("index.html");
  const scripts = [...always].filter((file) => file.endsWith(".js"));
  return {
    entry: modules["index.html"].file,
    scripts,
    more: (key) => [...needed(key)].filter((file) => !always.has(file)),
  };
}
