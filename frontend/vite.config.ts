import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { catalogues, expandMacros } from "./scripts/catalogues.ts";
import { contractPage } from "./scripts/docs.ts";

/** Only files that use Lingui's macros pass through Babel. */
function messages(): Plugin {
  return {
    name: "citypeers-messages",
    enforce: "pre",
    async transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!/\.tsx?$/.test(file) || !/@lingui\/(core|react)\/macro/.test(code)) return;
      const out = await expandMacros(code, file);
      return out?.code ? { code: out.code, map: out.map } : undefined;
    },
  };
}

/** The three cuts of the first paint are fetched with the page instead of after its CSS. */
function preloadFonts(): Plugin {
  const wanted = /(fira-sans-(400|600)|fira-sans-condensed-600)-[^/]*\.woff2$/;
  return {
    name: "citypeers-preload-fonts",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => wanted.test(name))
          .map((name) => ({
            tag: "link",
            attrs: {
              rel: "preload",
              as: "font",
              type: "font/woff2",
              href: `/${name}`,
              crossorigin: "",
            },
            injectTo: "head-prepend",
          })),
    },
  };
}

/** Scripts are fetched behind words and styles, and started by first.js (see scripts/prerender.mjs). */
function scriptsComeSecond(): Plugin {
  return {
    name: "citypeers-scripts-come-second",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html
          .replace(
            /<script type="module" crossorigin src="([^"]+)"><\/script>/,
            (_all, file) => `<link rel="modulepreload" crossorigin href="${file}">`,
          )
          .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"'),
    },
  };
}

/** KERN declares hundreds of colours; those nobody asks for do not travel. */
function dropUnusedTokens(): Plugin {
  return {
    name: "citypeers-drop-unused-tokens",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).flatMap((file) =>
        file.type === "asset" && file.fileName.endsWith(".css") ? [file] : [],
      );
      let before = -1;
      for (let size = 0; size !== before; ) {
        before = size;
        const used = new Set(
          sheets.flatMap((file) =>
            [...String(file.source).matchAll(/var\((--[\w-]+)/g)].map((m) => m[1]),
          ),
        );
        for (const file of sheets) {
          file.source = String(file.source).replace(
            /(?<=[;{])(--kern-[\w-]+):[^;{}]*(;|(?=\}))/g,
            (all, name) => (used.has(name) ? all : ""),
          );
        }
        size = sheets.reduce((sum, file) => sum + String(file.source).length, 0);
      }
    },
  };
}

/** What every page needs travels in one file that outlives our own changes. */
const base =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|@lingui\/(core|react))\//;
/** What the shell and every page share: one request instead of a dozen small ones. */
const shell =
  /src\/(api\/(problem|token|useSession)|app\/address|i18n\/(language|useLanguage)|ui\/(Button|Fields|Icon|Link|Page|Plate|Popup|States|classes|startsFirst|useInBrowser))\.tsx?$/;
/** What is there before any page asks for its own. */
const always = /assets\/(base|shell|rolldown-runtime)-/;
/** What the pages about records share. */
const records =
  /src\/(app\/awaited|i18n\/(labels|text|formats|dates|useWords)|api\/client|ui\/(DataTable|Figure|Pager|Dates|Count|Facet|FactBar|FieldRow|Glyph|NotStated|Text|useWidth|Badge|Strip|ViewSwitch)|features\/(following|memberships|networks|opendata|organisations|projects|records|search|seats|topics)\/(queries|fieldStates)|features\/(projects\/copying\/(queries|Standing)|following\/FollowButton))\.tsx?$/;

/** The fields of forms, which come together: each file's name is paid for on every page. */
const forms =
  /src\/(api\/useKey|ui\/(CheckField|Form|LeaveGuard|Meanwhile|Select|TextArea|TextField))\.tsx?$/;
/** What stands around a list. */
const lists =
  /src\/(app\/(Listing|SeatsLink|useShown|useTopicNames)|i18n\/organisationWords|ui\/(FileLinks|FilterColumn|ListHead|useAfterPaint)|features\/organisations\/words|features\/projects\/(Span|words|directory\/ProjectList))\.tsx?$/;

export default defineConfig({
  base: "/",
  plugins: [
    contractPage(),
    messages(),
    catalogues(),
    react(),
    lingui({ failOnCompileError: true }),
    preloadFonts(),
    scriptsComeSecond(),
    dropUnusedTokens(),
  ],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  build: {
    outDir: "dist",
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: {
      // What comes with every page need not be named by each; the entry itself names it.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === "js" ? files.filter((file) => !always.test(file)) : files,
    },
    rolldownOptions: {
      output: {
        // Pages name many files of one another, and a hash does not compress.
        entryFileNames: "assets/[name]-[hash:7].js",
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
        codeSplitting: {
          groups: [
            { name: "base", test: base, priority: 3 },
            { name: "shell", test: shell, priority: 2 },
            { name: "records", test: records, priority: 1 },
            { name: "forms", test: forms, priority: 1 },
            { name: "lists", test: lists, priority: 1 },
          ],
        },
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  server: { host: "127.0.0.1", proxy: { "/api": "http://127.0.0.1:8000" } },
  preview: { host: "127.0.0.1", proxy: { "/api": "http://127.0.0.1:8000" } },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    // To load jsdom anew for each file takes longer than all tests; src/test/setup.ts leaves nothing behind.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
