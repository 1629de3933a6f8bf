import { expect, it } from "vitest";
import { halfHours, sections, shared, standing, worthShowing } from "./grid";
import type { Day, Slot } from "./queries";

const OFFSETS = { berlin: 120, fortaleza: -180 };

function slot(
  start: string,
  other: string,
  more: Partial<Slot> = {},
  berlin = OFFSETS.berlin,
): Slot {
  const seen = (organisation: string, begins: string, offset: number) => ({
    organisation,
    day: "2026-10-23",
    start: begins,
    end: begins,
    offset,
    outside: begins < "09:00" ? 30 : 0,
    early: 0,
    late: 0,
  });
  return {
    id: null,
    starts_at: `2026-10-23T${start}:00Z`,
    minutes: 60,
    rank: 1,
    outside: 0,
    spread: 0,
    seen: [seen("berlin", start, berlin), seen("fortaleza", other, OFFSETS.fortaleza)],
    answers: [],
    agreed: false,
    ...more,
  };
}

function day(name: string, slots: Slot[], closed: Day["closed"] = []): Day {
  return { day: name, slots, closed, changes: [] };
}

it("begins a new head where the clocks of the cities stand otherwise", () => {
  const found = sections([
    day("2026-10-22", [slot("14:00", "09:00")]),
    day("2026-10-23", [slot("13:30", "08:30"), slot("14:00", "09:00")]),
    day("2026-10-24", []),
    day("2026-10-26", [slot("14:00", "10:00", {}, 60)]),
  ]);
  expect(found.map((part) => part.days.map((each) => each.day))).toEqual([
    ["2026-10-22", "2026-10-23", "2026-10-24"],
    ["2026-10-26"],
  ]);
  expect(found[0]?.columns.map((each) => each.clocks.map((clock) => clock.start))).toEqual([
    ["13:30", "08:30"],
    ["14:00", "09:00"],
  ]);
  expect(found[0]?.columns.map((each) => each.clocks.map((clock) => clock.inside))).toEqual([
    [true, false],
    [true, true],
  ]);
});

it("leaves out days off, and keeps a holiday without slots", () => {
  const off = { organisation: "berlin", day: "2027-03-27", name: null, country: null };
  const days = [
    day("2027-03-26", [], [{ ...off, why: "holiday", name: { en: "Good Friday" }, country: "DE" }]),
    day("2027-03-27", [], [{ ...off, why: "day_off" }]),
    day("2027-03-30", [slot("14:00", "09:00")]),
  ];
  expect(worthShowing(days).map((each) => each.day)).toEqual(["2027-03-26", "2027-03-30"]);
});

it("takes together what the cities have said", () => {
  const said = (agreed: boolean, ...answers: Slot["answers"][number]["answer"][]) =>
    standing(
      slot("14:00", "09:00", {
        agreed,
        answers: answers.map((answer, index) => ({ organisation: String(index), answer })),
      }),
      2,
    );
  expect(said(false)).toBe("open");
  expect(said(true, "yes", "yes")).toBe("agreed");
  expect(said(true, "yes", "if_need_be")).toBe("if_need_be");
  expect(said(false, "yes")).toBe("some");
  expect(said(false, "yes", "no")).toBe("some");
  expect(said(false, "no")).toBe("none");
});

it("finds the hours at which all are at work", () => {
  const open = [{ start: "10:00", end: "17:00" }];
  const kochi = halfHours(330, 300 - 330, open);
  const hortolandia = halfHours(-180, 300 - 330, [{ start: "08:00", end: "17:00" }]);
  expect(kochi[0]).toEqual({ at: 0, minute: 300, kind: "night" });
  expect(kochi.filter((each) => each.kind === "office")).toHaveLength(14);
  const together = shared([kochi, hortolandia]);
  expect(together).toHaveLength(1);
  const [first] = together;
  expect(first && first.until - first.from).toBe(1);
  expect(kochi[first?.from ?? 0]?.minute).toBe(16 * 60 + 30);
  expect(hortolandia[first?.from ?? 0]?.minute).toBe(8 * 60);
});
