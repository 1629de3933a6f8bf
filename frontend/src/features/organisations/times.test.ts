import { expect, it } from "vitest";
import type { Membership, Organisation } from "./queries";
import { isPast, namesInTime, standingOf, todayOf } from "./times";

const today = "2026-11-21";
const open = { valid_from: null, valid_to: null, observed_on: null };

function membership(change: Partial<Membership>) {
  return { ...open, state: "active", ...change } as Membership;
}

it("takes a date in its own precision: this year is not over", () => {
  expect(isPast("2026", today)).toBe(false);
  expect(isPast("2025", today)).toBe(true);
  expect(isPast("2026-10", today)).toBe(true);
  expect(isPast("2026-11-21", today)).toBe(false);
  expect(isPast(null, today)).toBe(false);
});

it("sorts memberships into now, before and not yet", () => {
  expect(standingOf(membership({}), today)).toBe("now");
  expect(standingOf(membership({ state: "observer" }), today)).toBe("now");
  expect(standingOf(membership({ valid_to: "2023-05-30" }), today)).toBe("before");
  expect(standingOf(membership({ state: "former" }), today)).toBe("before");
  expect(standingOf(membership({ state: "invited" }), today)).toBe("waiting");
  expect(standingOf(membership({ valid_from: "2027" }), today)).toBe("waiting");
});

it("puts the names of successive ministries on one line of time", () => {
  const ministry = (slug: string, valid_from: string | null) =>
    ({
      slug,
      names: [{ ...open, valid_from, name: { en: slug }, kind: "official" }],
    }) as unknown as Organisation;
  const names = namesInTime([
    ministry("undated", null),
    ministry("new", "2021-12-08"),
    ministry("old", "2018-03-14"),
  ]);
  expect(names.map((name) => name.organisation)).toEqual(["old", "new", "undated"]);
});

it("names the day of the reader", () => {
  expect(todayOf(new Date(2026, 0, 5))).toBe("2026-01-05");
});
