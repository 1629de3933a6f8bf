import { beforeEach, describe, expect, it } from "vitest";
import { fileAddress, firstOf, shownOf } from "./pages";

describe("firstOf", () => {
  const all = Array.from({ length: 240 }, (_, index) => index);
  let asked: number[];
  beforeEach(() => {
    asked = [];
  });
  const page = async (limit: number, cursor: string | undefined) => {
    asked.push(limit);
    const from = Number(cursor ?? 0);
    const next = from + limit < all.length ? String(from + limit) : null;
    return { items: all.slice(from, from + limit), next, total: all.length };
  };

  it("asks for as many pages as it takes", async () => {
    const { items, total } = await firstOf(150, page);
    expect(items).toHaveLength(150);
    expect(total).toBe(240);
    expect(asked).toEqual([100, 50]);
  });

  it("ends where the list ends", async () => {
    expect((await firstOf(1000, page)).items).toEqual(all);
  });
});

describe("shownOf", () => {
  it("takes a number within reason from the address", () => {
    expect(shownOf("150")).toBe(150);
    expect(shownOf(undefined)).toBe(50);
    expect(shownOf("-3")).toBe(50);
    expect(shownOf("100000")).toBe(1000);
    expect(shownOf("60", 30, 300)).toBe(60);
    expect(shownOf("20", 30, 300)).toBe(30);
    expect(shownOf("many")).toBe(50);
  });
});

it("asks a list for the same as a file", () => {
  const asked = { topic: ["mobility", "energy"], q: "a b", sort: "-start" };
  expect(fileAddress("projects", asked, "csv")).toBe(
    "/api/v1/projects?topic=mobility&topic=energy&q=a+b&sort=-start&format=csv",
  );
});
