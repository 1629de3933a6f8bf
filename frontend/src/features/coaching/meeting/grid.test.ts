import { expect, test } from "vitest";
import { gridOf, standingOf, whoSaid } from "./grid";
import type { Slot, Slots } from "./queries";

function slot(start: string, outside: number, answers: Slot["answers"] = [], agreed = false): Slot {
  const seen = { organisation: "a", day: "2026-04-07", start, end: start, offset: 0 };
  return {
    id: null,
    starts_at: `2026-04-07T${start}:00Z`,
    minutes: 60,
    rank: 1,
    outside,
    spread: 0,
    seen: [{ ...seen, outside, early: 0, late: 0 }],
    answers,
    agreed,
  };
}

const says = (organisation: string, answer: "yes" | "if_need_be" | "no") => ({
  organisation,
  answer,
});

test("the half hours that burden least are shown first, in the order of the day", () => {
  const slots = Array.from({ length: 14 }, (_, hour) =>
    slot(`${String(6 + hour).padStart(2, "0")}:00`, Math.abs(hour - 5) * 30),
  );
  const days = [{ day: "2026-04-07", slots, closed: [], changes: [] }];
  const { columns, more } = gridOf({ days } as unknown as Slots, false);
  expect(columns).toHaveLength(10);
  expect(more).toBe(4);
  expect(columns.map(({ start }) => start)).toEqual(columns.map(({ start }) => start).toSorted());
  expect(columns[0]?.start).toBe("06:00");
});

test("a holiday is a row of its own, a free Sunday is none", () => {
  const closed = { organisation: "a", day: "2026-04-03", name: null, country: null };
  const days = [
    { day: "2026-04-03", slots: [], closed: [{ ...closed, why: "holiday" }], changes: [] },
    { day: "2026-04-05", slots: [], closed: [{ ...closed, why: "day_off" }], changes: [] },
    { day: "2026-04-07", slots: [slot("10:00", 0)], closed: [], changes: [] },
  ];
  const { rows } = gridOf({ days } as unknown as Slots, false);
  expect(rows.map(({ day }) => day)).toEqual(["2026-04-03", "2026-04-07"]);
});

test("where a time stands follows from what the cities say", () => {
  expect(standingOf(slot("10:00", 0))).toBe("open");
  expect(standingOf(slot("10:00", 0, [says("a", "yes")]))).toBe("some");
  expect(standingOf(slot("10:00", 0, [says("a", "yes"), says("b", "yes")], true))).toBe("free");
  const grudging = slot("10:00", 0, [says("a", "yes"), says("b", "if_need_be")], true);
  expect(standingOf(grudging)).toBe("if_need_be");
  const refused = slot("10:00", 0, [says("a", "yes"), says("b", "no")]);
  expect(standingOf(refused)).toBe("no");
  expect(whoSaid(refused, "no")).toEqual(["b"]);
});
