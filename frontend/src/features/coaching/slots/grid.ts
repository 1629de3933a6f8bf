/** How slots stand in a grid: days as rows, the clock of the first city as columns. Pure. */
import type { Day, Slot } from "./queries";

/** A time of day as every city's clock has it, and whether the office is open then. */
export type Column = { start: string; clocks: { start: string; inside: boolean }[] };
/** Days on which the clocks of the cities stand in the same relation. */
export type Section = { days: Day[]; columns: Column[] };
export type Standing = "agreed" | "if_need_be" | "some" | "none" | "open";

/** How the clocks stand to one another on a day; the day before's where it has no slots. */
function relation(day: Day, before: string): string {
  const slot = day.slots[0];
  if (!slot) return before;
  const [first] = slot.seen;
  return slot.seen.map((each) => each.offset - (first?.offset ?? 0)).join(" ");
}

/** The grid in as many parts as there are relations of clocks: a change of clocks begins a new head. */
export function sections(days: Day[]): Section[] {
  const parts: { key: string; days: Day[] }[] = [];
  for (const day of days) {
    const last = parts.at(-1);
    const key = relation(day, last?.key ?? "");
    if (last && (last.key === key || last.key === "")) {
      last.days.push(day);
      last.key = key;
    } else parts.push({ key, days: [day] });
  }
  return parts.map((part) => ({ days: part.days, columns: columns(part.days) }));
}

function columns(days: Day[]): Column[] {
  const found = new Map<string, Column>();
  for (const slot of days.flatMap((day) => day.slots)) {
    const start = slot.seen[0]?.start ?? "";
    const known = found.get(start);
    const clocks = slot.seen.map((each, index) => ({
      start: each.start,
      inside: each.outside === 0 || (known?.clocks[index]?.inside ?? false),
    }));
    found.set(start, { start, clocks });
  }
  return [...found.values()].sort((a, b) => a.start.localeCompare(b.start));
}

/** What the parties have said to a slot, taken together. */
export function standing(slot: Slot, parties: number): Standing {
  const can = slot.answers.filter((each) => each.answer !== "no");
  if (slot.answers.length === 0) return "open";
  if (slot.agreed) {
    return slot.answers.length === parties && can.every((each) => each.answer === "yes")
      ? "agreed"
      : "if_need_be";
  }
  return can.length > 0 ? "some" : "none";
}

/** The days that are worth a row: days off of everybody's week only lengthen the grid. */
export function worthShowing(days: Day[]): Day[] {
  return days.filter(
    (day) => day.slots.length > 0 || day.closed.some((each) => each.why !== "day_off"),
  );
}

export type HalfHour = { at: number; minute: number; kind: "night" | "office" | "day" };

/** A whole day of a city in half hours, from an instant on (minutes of the day in UTC): what its clock shows, what is open. */
export function halfHours(
  offset: number,
  from: number,
  open: { start: string; end: string }[],
): HalfHour[] {
  return Array.from({ length: 48 }, (_, half) => {
    const minute = (from + offset + half * 30 + 2880) % 1440;
    const isOpen = open.some((each) => minutes(each.start) <= minute && minute < minutes(each.end));
    const kind = isOpen ? "office" : minute < 360 || minute >= 1320 ? "night" : "day";
    return { at: half * 30, minute, kind };
  });
}

/** The stretches in which every city is at work, as first and last half hour. */
export function shared(days: HalfHour[][]): { from: number; until: number }[] {
  const found: { from: number; until: number }[] = [];
  for (let half = 0; half < 48; half += 1) {
    if (!days.every((day) => day[half]?.kind === "office")) continue;
    const last = found.at(-1);
    if (last?.until === half) last.until = half + 1;
    else found.push({ from: half, until: half + 1 });
  }
  return found;
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
