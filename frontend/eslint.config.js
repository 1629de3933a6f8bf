// Only the floors live here; Biome does the rest. ui, api, i18n (0) < features/<noun> (1) < app (roof).
import parser from "@typescript-eslint/parser";
import boundaries from "eslint-plugin-boundaries";

const types = (...names) => ({ to: { element: { types: { anyOf: names } } } });

const floors = {
  default: "disallow",
  policies: [
    { from: { element: { type: "floor" } }, allow: types("floor") },
    { from: { element: { type: "feature" } }, allow: types("floor") },
    { from: { element: { type: "app" } }, allow: types("floor", "feature", "app") },
    { from: { element: { type: "test" } }, allow: types("floor", "test") },
    { allow: { to: { module: { origin: ["external", "core"] } } } },
  ],
};

export default [
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parser },
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { project: "tsconfig.json" } },
      "boundaries/include": ["src/**/*"],
      "boundaries/dependency-nodes": ["import", "dynamic-import", "export", "require"],
      "boundaries/elements": [
        { type: "floor", pattern: "src/{ui,api,i18n}", capture: ["room"] },
        { type: "feature", pattern: "src/features/*", capture: ["noun"] },
        { type: "app", pattern: "src/app" },
        { type: "test", pattern: "src/test" },
      ],
    },
    rules: { "boundaries/dependencies": ["error", floors] },
  },
  {
    files: ["src/**/*.test.{ts,tsx}"],
    rules: {
      "boundaries/dependencies": [
        "error",
        { ...floors, policies: [...floors.policies, { allow: types("test") }] },
      ],
    },
  },
  {
    files: ["src/{app,features,api,i18n}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(@kern-ux/|react-aria)", message: "Only ui/ knows it." }] },
      ],
    },
  },
];
