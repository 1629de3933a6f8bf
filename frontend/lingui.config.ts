import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de", "es", "pt"],
  catalogs: [
    {
      // A check writes its own (scripts/messages.mjs): others read these meanwhile.
      path: `${process.env.CATALOGUES ?? "<rootDir>/src/i18n/locales"}/{locale}`,
      include: ["<rootDir>/src"],
      exclude: ["**/*.test.*", "**/*.gen.ts"],
    },
  ],
  // No origins: two people who change two pages should not change the same lines of a catalogue.
  format: formatter({ origins: false, lineNumbers: false, explicitIdAsDefault: false }),
  orderBy: "messageId",
});
