import { expect, test } from "vitest";
import { toCsv } from "./csv";
import { timeScale } from "./layout";
import {
  busiest,
  cell,
  endOf,
  gaps,
  type Lifeline,
  leading,
  lives,
  rank,
  strokeOf,
  youngerHalf,
} from "./records";

function life(slug: string, change: Partial<Lifeline> = {}): Lifeline {
  return {
    slug,
    name: { en: slug },
    label: { en: slug },
    category: "national",
    founding_type: "top_down",
    founded_year: 2010,
    end_year: null,
    duration_kind: "unlimited",
    ...change,
  };
}

test("a cell lists its networks oldest first, unknown years last", () => {
  const networks = [
    life("unknown", { founded_year: null }),
    life("young", { founded_year: 2019 }),
    life("old", { founded_year: 1990 }),
    life("other", { founding_type: "bottom_up" }),
  ];
  expect(cell(networks, "national", "top_down").map((each) => each.slug)).toEqual([
    "old",
    "young",
    "unknown",
  ]);
});

test("a tie leads nowhere", () => {
  const matrix = { a: { top_down: 2, bottom_up: 1 }, b: { top_down: 1, bottom_up: 1 } };
  expect(leading(matrix, "top_down")).toEqual(["a"]);
  expect(leading(matrix, "bottom_up")).toEqual([]);
});

test("the younger half is more than half of all, unknown years included", () => {
  const years = [1951, 1990, 2013, 2013, 2018, 2019, null];
  const networks = years.map((year, index) => life(String(index), { founded_year: year }));
  expect(youngerHalf(networks)).toEqual({ year: 2013, count: 4 });
  expect(youngerHalf([life("a", { founded_year: null })])).toBeUndefined();
  expect(lives(networks).undated.map((each) => each.slug)).toEqual(["6"]);
});

test("an end is open, stated, limited without a year, or unknown", () => {
  expect(endOf(life("a"))).toBe("open");
  expect(endOf(life("b", { end_year: 2025, duration_kind: "limited" }))).toBe("stated");
  expect(endOf(life("c", { duration_kind: "limited" }))).toBe("limited");
  expect(endOf(life("d", { duration_kind: null }))).toBe("unknown");
});

test("municipalities are listed in whole groups of equal counts", () => {
  const towns = [3, 3, 2, 2, 2, 1].map((count, index) => ({
    name: `T${index}`,
    count,
    networks: Array.from({ length: count }, (_, n) => `n${n}`),
  }));
  const ranked = rank(towns, 4);
  expect(ranked.first.map((town) => town.name)).toEqual(["T0", "T1"]);
  expect(ranked.top).toHaveLength(2);
  expect(ranked.next).toHaveLength(3);
  expect(ranked.named).toBe(13);
  expect(rank([]).top).toEqual([]);
});

test("only who started, ran or led counts as a helper, and a tie has no first", () => {
  expect(strokeOf("led_by")).toBe("thick");
  expect(strokeOf("observer")).toBe("dotted");
  expect(strokeOf("cooperates_with")).toBe("thin");
  const edges = [
    { source: "a", target: "x", kind: "initiated_by" as const },
    { source: "a", target: "x", kind: "operated_by" as const },
    { source: "b", target: "x", kind: "led_by" as const },
    { source: "c", target: "y", kind: "cooperates_with" as const },
    { source: "d", target: "z", kind: "operated_by" as const },
  ];
  expect(busiest(edges)).toEqual({ slug: "x", count: 2 });
  expect(busiest(edges.slice(4).concat({ source: "e", target: "q", kind: "led_by" }))).toBe(
    undefined,
  );
});

test("gaps come most frequent first, complete fields apart", () => {
  expect(gaps({ aims: [], funding: ["a"], outputs: ["a", "b"] })).toEqual({
    open: [
      { field: "outputs", networks: ["a", "b"] },
      { field: "funding", networks: ["a"] },
    ],
    closed: ["aims"],
  });
});

test("the axis holds all years; a narrow one lets the oldest come in from the left", () => {
  const { dated } = lives([
    life("a", { founded_year: 1951 }),
    life("b", { founded_year: 1986 }),
    life("c", { founded_year: 2019, end_year: 2031 }),
  ]);
  const wide = timeScale(dated, 1136);
  expect([wide.from, wide.to, wide.narrow]).toEqual([1950, 2040, false]);
  const narrow = timeScale(dated, 328);
  expect([narrow.from, narrow.to, narrow.narrow]).toEqual([1980, 2040, true]);
  expect(narrow.x(1951)).toBe(narrow.x(1980));
  expect(narrow.x(2040)).toBeLessThan(328);
});

test("a CSV quotes what must be quoted and calculates nothing", () => {
  expect(
    toCsv(
      ["name", "n"],
      [
        ['a "b", c', 3],
        ["=1+1", null],
        ["-2", -2],
      ],
    ),
  ).toBe('\uFEFFname,n\r\n"a ""b"", c",3\r\n\'=1+1,\r\n\'-2,-2\r\n');
});
