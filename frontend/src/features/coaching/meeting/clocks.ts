/** The clocks of several cities on one axis of a day, in minutes. */
import type { Hours } from "./queries";

export const DAY = 24 * 60;
const NIGHT_BEGINS = 22 * 60;
const NIGHT_ENDS = 6 * 60;
const EVEN = 15;
/** So long before the first office opens the axis begins. */
const BEFORE = 4.5 * 60;

export type Kind = "office" | "day" | "night";
export type Stretch = { from: number; to: number };
export type Cell = Stretch & { hour: number; kind: Kind };
export type Row = { slug: string; offset: number; open: Stretch[]; cells: Cell[] };
export type Axis = { rows: Row[]; shared: Stretch | undefined };
export type Clock = { slug: string; offset: number; open: Stretch[] };

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** "09:30" */
export function clockOf(minutes: number): string {
  const inDay = ((minutes % DAY) + DAY) % DAY;
  return [Math.floor(inDay / 60), inDay % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** Minutes ahead of UTC at a moment. */
export function offsetOf(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const told = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(told) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** The office hours of the first day of the week on which the office is open. */
export function openOn({ hours }: Hours): Stretch[] {
  const first = Math.min(...hours.map(({ weekday }) => weekday));
  return hours
    .filter(({ weekday }) => weekday === first)
    .map(({ start, end }) => ({ from: minutesOf(start), to: minutesOf(end) || DAY }));
}

/** Every clock on one axis, and the longest time for which all are at work. */
export function axisOf(clocks: readonly Clock[]): Axis {
  const [first] = clocks;
  if (!first) return { rows: [], shared: undefined };
  const opens = (first.open[0]?.from ?? 9 * 60) - first.offset;
  const begins = Math.floor((opens - BEFORE) / 30) * 30;
  const rows = clocks.map((clock) => ({ ...clock, cells: cellsOf(clock, begins) }));
  return { rows, shared: sharedOf(clocks, begins) };
}

function kindAt({ open }: Clock, wall: number): Kind {
  if (open.some(({ from, to }) => wall >= from && wall < to)) return "office";
  return wall < NIGHT_ENDS || wall >= NIGHT_BEGINS ? "night" : "day";
}

/** Hours of one clock along the axis; cut where the axis or an office begins or ends. */
function cellsOf(clock: Clock, begins: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at < DAY; at += EVEN) {
    const wall = (((begins + at + clock.offset) % DAY) + DAY) % DAY;
    const hour = Math.floor(wall / 60);
    const kind = kindAt(clock, wall);
    const last = cells.at(-1);
    if (last && last.hour === hour && last.kind === kind) last.to = at + EVEN;
    else cells.push({ from: at, to: at + EVEN, hour, kind });
  }
  return cells;
}

function sharedOf(clocks: readonly Clock[], begins: number): Stretch | undefined {
  let best: Stretch | undefined;
  let now: Stretch | undefined;
  for (let at = 0; at < DAY; at += EVEN) {
    const all = clocks.every((clock) => {
      const wall = (((begins + at + clock.offset) % DAY) + DAY) % DAY;
      return kindAt(clock, wall) === "office";
    });
    if (!all) now = undefined;
    else if (now) now.to = at + EVEN;
    else now = { from: at, to: at + EVEN };
    if (now && (!best || now.to - now.from > best.to - best.from)) best = { ...now };
  }
  return best;
}
