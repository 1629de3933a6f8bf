// @vitest-environment node
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { modulesFor, penalty } from "./modules";

const address =
  "otpauth://totp/Citypeers:ana%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Citypeers";

/** Drawn by an independent program (python-qrcode 8, level L, byte mode, the same mask). */
it.each([
  ["Kochi", 21, "8641e9d4a92e2e3d"],
  [address, 37, "edefc530320d35d9"],
  [address.repeat(5), 69, "b1720fb89da5e46d"],
])("draws text %# as others do", (text, size, digest) => {
  const rows = modulesFor(text)?.map((line) => line.map(Number).join("")) ?? [];
  expect(rows).toHaveLength(size);
  expect(createHash("sha256").update(rows.join("\n")).digest("hex").slice(0, 16)).toBe(digest);
});

it("draws nothing where the text is too long", () => {
  expect(modulesFor("x".repeat(858))).toHaveLength(97);
  expect(modulesFor("x".repeat(859))).toBeUndefined();
});

it("finds one shade harder to read than a mixture", () => {
  const plain = Array.from({ length: 21 }, () => Array<boolean>(21).fill(true));
  const mixed = plain.map((line, row) => line.map((_, column) => (row + column) % 2 === 0));
  expect(penalty(plain)).toBeGreaterThan(penalty(mixed));
});
