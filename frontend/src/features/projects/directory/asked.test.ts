import { expect, it } from "vitest";
import { askedOf, fileAddress, nextShown, PAGE } from "./asked";

function address(search: Record<string, string[]>) {
  return { one: (name: string) => search[name]?.[0], many: (name: string) => search[name] ?? [] };
}

it("reads filters, search, order, length and view from the address, and nothing else", () => {
  const { asked, chosen, shown, view } = askedOf(
    address({
      topic: ["mobility", "energy"],
      organisation: ["kochi"],
      has_lessons: ["true"],
      q: ["bicycle"],
      sort: ["-start"],
      shown: ["60"],
      view: ["map"],
      colour: ["green"],
    }),
  );
  expect(chosen).toEqual({
    topic: ["mobility", "energy"],
    organisation: ["kochi"],
    has_lessons: ["true"],
  });
  expect(asked).toEqual({ ...chosen, q: "bicycle", sort: "-start" });
  expect([shown, view]).toEqual([60, "map"]);
  expect(fileAddress(asked, "csv")).toBe(
    "/api/v1/projects?topic=mobility&topic=energy&has_lessons=true&organisation=kochi&q=bicycle&sort=-start&format=csv",
  );
});

it("falls back where a length, an order or a view cannot be meant", () => {
  const { asked, shown, view } = askedOf(
    address({ shown: ["many"], sort: ["colour"], view: ["globe"] }),
  );
  expect(asked).toEqual({});
  expect([shown, view]).toEqual([PAGE, "list"]);
  expect(nextShown(300)).toBeUndefined();
});
