import { expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./address";

it("keeps strings as strings and repeats names for lists", () => {
  expect(parseSearch("?category=national&category=eu&year=2020&q=")).toEqual({
    category: ["national", "eu"],
    year: "2020",
    q: "",
  });
  expect(stringifySearch({ category: ["national", "eu"], q: "", none: undefined, a: [] })).toBe(
    "?category=national&category=eu",
  );
  expect(stringifySearch({})).toBe("");
});
