import { expect, it } from "vitest";
import { askedOf, fileAddress, nextShown, PAGE } from "./asked";

function address(search: Record<string, string[]>) {
  return { one: (name: string) => search[name]?.[0], many: (name: string) => search[name] ?? [] };
}

it("reads filters, search, network, order and length from the address", () => {
  const { asked, chosen, shown } = askedOf(
    address({
      kind: ["municipality", "county"],
      network: ["iscn"],
      q: ["kochi"],
      sort: ["-population"],
      shown: ["100"],
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
  expect(shown).toBe(100);
  expect(fileAddress(asked, "csv")).toBe(
    "/api/v1/organisations?kind=municipality&kind=county&network=iscn&q=kochi&sort=-population&format=csv",
  );
});

it("falls back where a length or an order cannot be meant", () => {
  const { asked, shown } = askedOf(address({ shown: ["many"], sort: ["colour"] }));
  expect(asked).toEqual({});
  expect(shown).toBe(PAGE);
  expect(askedOf(address({ shown: ["99999"] })).shown).toBe(500);
  expect(nextShown(500)).toBeUndefined();
});
