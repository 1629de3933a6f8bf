/** The grid of times: days by half hours, and where each time stands. */
import type { Closed, DaySlots, Slot, SlotAnswer, Slots } from "./queries";

/** So many half hours are shown first; the rest is asked for. */
const SHOWN = 10;

export type Column = { start: string; clocks: string[]; outside: number[] };
export type GridRow = {
  day: string;
  cells: (Slot | undefined)[];
  closed: Closed[];
  changes: DaySlots["changes"];
};
export type Grid = { columns: Column[]; rows: GridRow[]; more: number };

/** Which half hours burden least, in the order of the day; days on which nobody could meet anyway are left out. */
export function gridOf({ days }: Slots, all: boolean): Grid {
  const best = new Map<string, Slot>();
  for (const slot of days.flatMap(({ slots }) => slots)) {
    const start = slot.seen[0]?.start ?? "";
    const before = best.get(start);
    if (!before || isBetter(slot, before)) best.set(start, slot);
  }
  const ranked = [...best].toSorted(([, a], [, b]) => a.outside - b.outside || rank(a) - rank(b));
  const shown = all ? ranked : ranked.slice(0, SHOWN);
  const columns = shown
    .map(([start, { seen }]) => ({
      start,
      clocks: seen.map((each) => each.start),
      outside: seen.map((each) => each.outside),
    }))
    .toSorted((a, b) => a.start.localeCompare(b.start));
  const rows = days
    .map(({ day, slots, closed, changes }) => ({
      day,
      cells: columns.map(({ start }) => slots.find(({ seen }) => seen[0]?.start === start)),
      closed: closed.filter(({ why }) => why !== "day_off"),
      changes,
    }))
    .filter(({ cells, closed }) => closed.length > 0 || cells.some(Boolean));
  return { columns, rows, more: ranked.length - shown.length };
}

function isBetter(a: Slot, b: Slot): boolean {
  return a.answers.length > b.answers.length || a.outside < b.outside;
}

function rank({ rank: number }: Slot): number {
  return number ?? Number.MAX_SAFE_INTEGER;
}

export type Standing = "free" | "if_need_be" | "some" | "no" | "open";

/** Where a time stands: everybody can, everybody can if need be, only some have said so, somebody cannot. */
export function standingOf({ answers, agreed }: Slot): Standing {
  if (answers.some(({ answer }) => answer === "no")) return "no";
  if (agreed) return answers.some(({ answer }) => answer === "if_need_be") ? "if_need_be" : "free";
  return answers.length > 0 ? "some" : "open";
}

/** Who said one of these to a time. */
export function whoSaid({ answers }: Slot, ...said: SlotAnswer[]): string[] {
  return answers.filter(({ answer }) => said.includes(answer)).map((each) => each.organisation);
}
