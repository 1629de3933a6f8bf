// After the build. Draws the public pages ahead in four languages (dist/prerendered/<language>/<path>.html), and those of
// one record with places for its words (dist/records/<language>/<path>.html); tells first.js which files each page needs, so that code, words and styles travel side by side; then compresses all.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { createServer } from "vite";
import { isRoom, languages, manifest, pages } from "./parts.mjs";

const dist = new URL("../dist/", import.meta.url).pathname;
/** How React marks a part that was not there yet. */
const WAITING = "<!--$!-->";
/** Pages of one record: what of it is their title and their lead. The server puts it in (backend/citypeers/site.py). */
const records = {
  "/networks/$slug": { title: "{{name}}", lead: "{{summary}}" },
  "/topics/$id": { title: "{{label}}", lead: "{{definition}}" },
};
const { entry, scripts, more } = manifest(dist);

function fillFirst() {
  const words = (part) =>
    Object.fromEntries(languages.map((tag) => [tag, more(`src/i18n/locales/${tag}.po?${part}`)]));
  const parts = {
    entry,
    scripts,
    pages: pages().map(([path, file]) => [path, more(file)]),
    first: words("first"),
    rest: words("rest"),
  };
  const code = readFileSync(`${dist}first.js`, "utf8");
  const filled = code.replace(
    "const parts = null;",
    () => `const parts = ${JSON.stringify(parts)};`,
  );
  if (filled === code) throw new Error("first.js has no place for the parts");
  writeFileSync(`${dist}first.js`, filled);
}

/** The browser that the pages believe in while they are drawn. */
function pretendBrowser() {
  const { window } = new JSDOM("", { url: "http://localhost/" });
  window.scrollTo = () => {};
  const { document, location, localStorage, navigator } = window;
  const browser = { window, self: window, document, location, localStorage, navigator };
  for (const [name, value] of Object.entries(browser)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

/** Says of the page that is drawn next what its document will say of it; gives that as attributes. */
function pretendPage(known) {
  const { dataset } = document.documentElement;
  for (const name of Object.keys(dataset)) delete dataset[name];
  Object.assign(dataset, known);
  return Object.entries(known)
    .map(([name, value]) => `data-${name}="${value}"`)
    .join(" ");
}

async function drawAhead() {
  const shell = readFileSync(`${dist}index.html`, "utf8");
  const [head] = shell.match(/^[\s\S]*<div id="root"/) ?? [];
  const [tail] = shell.match(/<\/div>\s*<noscript>[\s\S]*$/) ?? [];
  if (!head || !tail) throw new Error("index.html has no root");
  pretendBrowser();
  const vite = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: "custom",
    logLevel: "error",
    // Resolved by Vite, the router takes the pretended browser for one, as when the page is taken over in a real one.
    ssr: { noExternal: [/^@tanstack\//] },
  });
  const { prerender } = await vite.ssrLoadModule("/src/app/prerender.tsx");
  // Other pages with a parameter begin with more than words; nor is it known what would be compared, who reads, or what
  // stands behind the # of a link.
  const unknown = [
    "/networks/compare",
    "/desk",
    "/account",
    "/my-data",
    "/invitation",
    "/recovery",
    "/organisations/new",
    "/coaching",
  ];
  const ahead = pages().filter(
    ([path, file]) =>
      path in records || (!path.includes("$") && !unknown.includes(path) && !isRoom(file)),
  );
  for (const language of languages) {
    for (const [path, file] of ahead) {
      const known = { drawn: language, ...records[path] };
      const said = pretendPage(known);
      const drawn = await prerender(path, language);
      if (drawn.includes(WAITING)) throw new Error(`${path} waits for a part of itself`);
      const heading = new JSDOM(drawn).window.document.querySelector("h1")?.textContent;
      if (!heading) throw new Error(`${path} has no heading`);
      const styles = more(file)
        .filter((name) => name.endsWith(".css"))
        .map((name) => `<link rel="stylesheet" crossorigin href="/${name}">\n`);
      const page = `${head}>${drawn}${tail}`
        .replace('<html lang="en">', `<html lang="${language}" ${said}>`)
        .replace(/<title>.*<\/title>/, () => `<title>${heading} – Citypeers</title>`)
        .replace(/(?<=<meta name="description" content=")[^"]*/, (ours) => known.lead ?? ours)
        .replace("</head>", () => `${styles.join("")}</head>`)
        // Its words are painted first; then first.js asks for the scripts.
        .replaceAll(/\s*<link rel="modulepreload"[^>]*>/g, "");
      const target = known.title
        ? `${dist}records/${language}${dirname(path)}.html`
        : `${dist}prerendered/${language}${path === "/" ? "/index" : path}.html`;
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, page);
    }
  }
  await vite.close();
}

/** Ahead, so that a server's start does not wait for it; brotli takes a sixth less than gzip. */
function compress() {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(html|js|css|svg|json|txt|webmanifest)$/.test(entry.name)) continue;
    const file = `${entry.parentPath ?? entry.path}/${entry.name}`;
    const plain = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(plain));
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}

fillFirst();
await drawAhead();
compress();
process.exit(0); // the pretended browser would keep the process
