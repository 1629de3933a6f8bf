import { expect, it } from "vitest";
import { askedOf } from "./filters";

function address(search: Record<string, string[]>) {
  return { one: (name: string) => search[name]?.[0], many: (name: string) => search[name] ?? [] };
}

it("reads filters, search, year and order from the address, and nothing else", () => {
  const { asked, chosen } = askedOf(
    address({
      category: ["national", "european_thematic"],
      q: ["energy"],
      active_in: ["2020"],
      sort: ["-member_count"],
      colour: ["green"],
    }),
  );
  expect(chosen).toEqual({ category: ["national", "european_thematic"] });
  expect(asked).toEqual({ ...chosen, q: "energy", active_in: 2020, sort: "-member_count" });
});

it("leaves out a year or an order that cannot be meant", () => {
  expect(askedOf(address({ active_in: ["soon"], sort: ["colour"] })).asked).toEqual({});
});
