import { expect, test } from "vitest";
import type { Series, Slot, Slots } from "./queries";
import { burdenOf, chosenAtFirst, proposedOf, rowsOf } from "./series";

function slot(day: string, offset: number, outside = 0): Slot {
  const seen = { day, start: "16:00", end: "17:00", early: 0, late: 0 };
  return {
    id: null,
    starts_at: `${day}T14:00:00Z`,
    minutes: 60,
    rank: 1,
    outside,
    spread: 0,
    seen: [
      { ...seen, organisation: "koeln", offset, outside },
      { ...seen, organisation: "kochi", offset: 330, outside: 0 },
    ],
    answers: [],
    agreed: false,
  };
}

const closed = {
  organisation: "koeln",
  day: "2026-04-06",
  why: "holiday" as const,
  name: { en: "Easter Monday" },
  country: "DE",
};

const weekly = (day: string, offset: number, more: Partial<Series["weekly"][number]> = {}) => ({
  starts_at: `${day}T14:00:00Z`,
  wall: "once" as const,
  slot: slot(day, offset),
  closed: [],
  ...more,
});

test("the clocks that were changed since the session before are named", () => {
  const series = {
    weekly: [weekly("2026-03-23", 60), weekly("2026-03-30", 120), weekly("2026-10-26", 60)],
  } as unknown as Series;
  expect(rowsOf("same", series).map(({ moved }) => moved)).toEqual([
    [],
    [{ organisation: "koeln", minutes: 60 }],
    [{ organisation: "koeln", minutes: -60 }],
  ]);
});

test("a week without a time is a row, and nothing to choose", () => {
  const sessions = [
    { day: "2026-04-06", slot: null, closed: [closed] },
    { day: "2026-04-14", slot: slot("2026-04-14", 120), closed: [closed] },
  ];
  const rows = rowsOf("turns", { sessions } as unknown as Series);
  expect(rows[0]?.slot).toBeUndefined();
  expect(chosenAtFirst("turns", rows)).toEqual(["2026-04-14T14:00:00Z"]);
});

test("what falls on a closed day is not chosen by itself, nor what was proposed singly", () => {
  const series = {
    weekly: [weekly("2026-04-06", 120, { closed: [closed] }), weekly("2026-04-13", 120)],
  } as unknown as Series;
  const rows = rowsOf("same", series);
  expect(chosenAtFirst("same", rows)).toEqual(["2026-04-13T14:00:00Z"]);
  expect(chosenAtFirst("proposed", rows)).toEqual([]);
});

test("what is booked is proposed no more", () => {
  const proposed = [slot("2026-04-07", 120), slot("2026-04-14", 120)];
  const rows = proposedOf({ proposed } as unknown as Slots, ["2026-04-07T14:00:00Z"]);
  expect(rows.map(({ day }) => day)).toEqual(["2026-04-14"]);
});

test("what a city bears is added up", () => {
  const slots = [slot("2026-04-07", 120, 30), slot("2026-04-14", 120, 60)];
  expect(burdenOf(slots, "koeln")).toBe(90);
  expect(burdenOf(slots, "kochi")).toBe(0);
});
