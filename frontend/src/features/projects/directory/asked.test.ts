import { expect, it } from "vitest";
import { askedOf } from "./asked";

function address(search: Record<string, string[]>) {
  return { one: (name: string) => search[name]?.[0], many: (name: string) => search[name] ?? [] };
}

it("reads filters, search, order and view from the address, and nothing else", () => {
  const { asked, chosen, view } = askedOf(
    address({
      topic: ["mobility", "energy"],
      organisation: ["kochi"],
      has_lessons: ["true"],
      q: ["bicycle"],
      sort: ["-start"],
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
  expect(view).toBe("map");
});

it("falls back where an order or a view cannot be meant", () => {
  const { asked, view } = askedOf(address({ sort: ["colour"], view: ["globe"] }));
  expect(asked).toEqual({});
  expect(view).toBe("list");
});
