import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const FILES = ["swagger-ui.css", "swagger-ui-bundle.js"];

/** The page at /docs shows the contract with Swagger UI, whose files we serve ourselves. */
export function contractPage(): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: "citypeers-contract-page",
    generateBundle() {
      for (const name of FILES)
        this.emitFile({
          type: "asset",
          fileName: `docs/${name}`,
          source: readFileSync(require.resolve(`swagger-ui-dist/${name}`)),
        });
    },
  };
}
