// Catalogues: `extract` collects new messages, `fill` takes translations, `check` fails on any gap.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatter } from "@lingui/format-po";

const locales = ["en", "de", "es", "pt"];
const path = (locale) => new URL(`../src/i18n/locales/${locale}.po`, import.meta.url).pathname;
const read = (locale) => readFileSync(path(locale), { encoding: "utf8", flag: "a+" });
const po = formatter({ origins: false, lineNumbers: false, explicitIdAsDefault: false });
const parse = (locale) => po.parse(read(locale), { locale, sourceLocale: "en", filename: "" });

function extract(env = {}) {
  const run = spawnSync("npx", ["lingui", "extract", "--clean"], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
}

/** {"English text or id": {"de": "...", "es": "...", "pt": "..."}} from the file named. */
function fill(file) {
  const given = JSON.parse(readFileSync(file, "utf8"));
  extract();
  for (const locale of locales.slice(1)) {
    const catalogue = parse(locale);
    for (const [id, entry] of Object.entries(catalogue)) {
      const text = given[entry.message]?.[locale] ?? given[id]?.[locale];
      if (text) entry.translation = text;
    }
    const existing = read(locale);
    const out = po.serialize(catalogue, { locale, sourceLocale: "en", filename: "", existing });
    writeFileSync(path(locale), out);
  }
}

function gaps() {
  const found = [];
  for (const locale of locales) {
    for (const [id, entry] of Object.entries(parse(locale))) {
      if (!entry.translation) found.push(`${locale}: ${entry.message ?? id}`);
    }
  }
  return found;
}

/** The languages whose catalogue would change; extracted aside, since others read these meanwhile. */
function staleOnes() {
  const made = mkdtempSync(join(tmpdir(), "citypeers-messages-"));
  const aside = (locale) => join(made, `${locale}.po`);
  try {
    for (const locale of locales) copyFileSync(path(locale), aside(locale));
    extract({ CATALOGUES: made });
    return locales.filter((locale) => read(locale) !== readFileSync(aside(locale), "utf8"));
  } finally {
    rmSync(made, { recursive: true });
  }
}

function check() {
  const stale = staleOnes();
  const missing = gaps();
  if (stale.length) console.error(`Not extracted (npm run messages): ${stale.join(", ")}`);
  if (missing.length) console.error(`Not translated:\n${missing.join("\n")}`);
  if (stale.length || missing.length) process.exit(1);
  console.log(`messages: ${Object.keys(parse("en")).length} in ${locales.length} languages`);
}

const [task, file] = process.argv.slice(2);
if (task === "extract") {
  extract();
  const missing = gaps();
  console.log(missing.length ? `Not translated:\n${missing.join("\n")}` : "Nothing is missing.");
} else if (task === "fill") fill(file);
else check();
