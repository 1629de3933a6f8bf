// @vitest-environment node
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint();

/** What is said of code that a file might hold. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const forbidden: [string, string, string][] = [
  ["ui knows no feature", "src/ui/planted-a.ts", 'import "@/features/search/queries";'],
  ["ui knows no roof", "src/ui/planted-b.ts", 'export * from "../app/address";'],
  ["api knows no roof", "src/api/planted.ts", 'export const load = () => import("@/app/router");'],
  ["a feature knows no other", "src/features/planted/a.ts", 'import "@/features/search/queries";'],
  ["a feature knows no roof", "src/features/planted/b.ts", 'import "../../app/address";'],
  ["only ui knows React Aria", "src/features/planted/c.ts", 'import "react-aria-components";'],
];

describe("floors", () => {
  it.each(forbidden)("%s", async (says, file, code) => {
    const rule = says.startsWith("only") ? "no-restricted-imports" : "boundaries/dependencies";
    expect(await complaints(file, code)).toEqual([rule]);
  });

  it("lets a feature stand on ui, api and i18n", async () => {
    const code =
      'import "react";\nimport "@/ui/Link";\nimport "@/api/client";\nimport "@/i18n/text";\n';
    expect(await complaints("src/features/planted/d.ts", code)).toEqual([]);
  });
});
