import { expect, it } from "vitest";
import { askedOf } from "./asked";

function address(search: Record<string, string[]>) {
  return { one: (name: string) => search[name]?.[0], many: (name: string) => search[name] ?? [] };
}

it("reads filters, search, network and order from the address", () => {
  const { asked, chosen } = askedOf(
    address({
      kind: ["municipality", "county"],
      network: ["iscn"],
      q: ["kochi"],
      sort: ["-population"],
      colour: ["green"],
    }),
  );
  expect(chosen).toEqual({ kind: ["municipality", "county"], country: [] });
  expect(asked).toEqual({
    kind: ["municipality", "county"],
    network: ["iscn"],
    q: "kochi",
    sort: "-population",
  });
});

it("falls back where an order cannot be meant", () => {
  expect(askedOf(address({ sort: ["colour"] })).asked).toEqual({});
});
