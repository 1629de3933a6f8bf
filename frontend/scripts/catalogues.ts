import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { transformAsync } from "@babel/core";
import { createCompiledCatalog, getCatalogForFile, getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import type { Plugin } from "vite";

const root = resolve(import.meta.dirname, "..");
const src = resolve(root, "src");
/** What is drawn first: the shell and the home page, with all they import at once. */
const first = ["app/main.tsx", "app/routes/home.tsx"].map((file) => resolve(src, file));

/** Lingui's macros (`t`, `<Trans>`, `msg`) become plain calls. */
export async function expandMacros(code: string, filename: string) {
  return transformAsync(code, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: ["typescript", "jsx"] },
    plugins: ["@lingui/babel-plugin-lingui-macro"],
  });
}

function imported(file: string, code: string): string[] {
  const names = code.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?["']([^"';]+)["'];/gm);
  return [...names].flatMap(([, name = ""]) => {
    const path = name.startsWith("@/") ? resolve(src, name.slice(2)) : resolve(dirname(file), name);
    if (!/^[@.]\.?\//.test(name)) return [];
    return ["", ".ts", ".tsx"]
      .map((end) => path + end)
      .filter((full) => /\.tsx?$/.test(full) && existsSync(full));
  });
}

async function firstMessages(): Promise<Set<string>> {
  const ids = new Set<string>();
  const waiting = [...first];
  const seen = new Set(waiting);
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    const code = readFileSync(file, "utf8");
    const plain = (await expandMacros(code, file))?.code ?? "";
    for (const [, id = ""] of plain.matchAll(/\bid:\s*"([^"]+)"/g)) ids.add(id);
    for (const next of imported(file, code)) {
      if (!seen.has(next)) waiting.push(next);
      seen.add(next);
    }
  }
  return ids;
}

/**
 * `en.po?first` holds the words of the first paint, `en.po?rest` all others:
 * the home page does not wait for the words of pages nobody has opened.
 */
export function catalogues(): Plugin {
  const config = getConfig({ cwd: root });
  return {
    name: "citypeers-catalogues",
    enforce: "pre",
    async transform(_code, id) {
      const [file = "", part] = id.split("?");
      if (!file.endsWith(".po") || (part !== "first" && part !== "rest")) return;
      const found = getCatalogForFile(relative(root, file), await getCatalogs(config));
      if (!found) return;
      const { messages } = await found.catalog.getTranslations(found.locale, {
        fallbackLocales: config.fallbackLocales || {},
        sourceLocale: "en",
      });
      const early = await firstMessages();
      const wanted = Object.entries(messages).filter(
        ([name]) => early.has(name) === (part === "first"),
      );
      const { source } = createCompiledCatalog(found.locale, Object.fromEntries(wanted), {
        namespace: "es",
      });
      return { code: source, map: null, moduleType: "js" };
    },
  };
}
