import { expect, it } from "vitest";
import type { Network } from "../queries";
import { differs, type Row } from "./rows";

const row = (sameAs?: Row["sameAs"]): Row => ({ key: "x", heading: "x", cell: () => null, sameAs });
const two = [{ category: "national" }, { category: "european_thematic" }] as Network[];

it("tells a difference only where values can be compared", () => {
  expect(
    differs(
      row((network) => network.category),
      two,
    ),
  ).toBe(true);
  expect(
    differs(
      row((network) => network.category),
      two.slice(0, 1),
    ),
  ).toBe(false);
  expect(differs(row(), two)).toBe(false);
});
