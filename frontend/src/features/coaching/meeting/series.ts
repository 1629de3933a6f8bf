/** A series of sessions as rows: when each is, on whose clocks something changes, and who bears what. */
import type { Closed, Series, Slot, Slots } from "./queries";

export type Kind = "turns" | "same" | "proposed";
export type ClockMove = { organisation: string; minutes: number };
export type SeriesRow = {
  day: string;
  /** None where nobody could meet that week. */
  slot: Slot | undefined;
  /** Why it is on another day or on none; of the same hour, whose office is closed. */
  closed: Closed[];
  /** Whose clocks were changed since the session before, by how much. */
  moved: ClockMove[];
  /** Whether the hour on the wall is skipped or shown twice that day. */
  wall: Series["weekly"][number]["wall"];
};

type Planned = Pick<SeriesRow, "day" | "slot" | "closed"> & Partial<Pick<SeriesRow, "wall">>;

/** The rows of a series of one kind. */
export function rowsOf(kind: Exclude<Kind, "proposed">, { sessions, weekly }: Series): SeriesRow[] {
  return told(
    kind === "turns"
      ? sessions.map(({ day, slot, closed }) => ({ day, slot: slot ?? undefined, closed }))
      : weekly.map(({ slot, closed, wall }) => ({
          day: dayOf(slot),
          slot,
          closed,
          wall,
        })),
  );
}

/** What was proposed and is not booked yet, the first one first. */
export function proposedOf({ proposed }: Slots, booked: readonly string[]): SeriesRow[] {
  const open = proposed.filter(({ starts_at }) => !booked.includes(starts_at));
  return told(open.map((slot) => ({ day: dayOf(slot), slot, closed: [] })));
}

function dayOf({ seen, starts_at }: Slot): string {
  return seen[0]?.day ?? starts_at;
}

function told(planned: readonly Planned[]): SeriesRow[] {
  const last = new Map<string, number>();
  return planned.map(({ wall = "once", ...row }) => {
    const moved: ClockMove[] = [];
    for (const { organisation, offset } of row.slot?.seen ?? []) {
      const before = last.get(organisation);
      if (before !== undefined && before !== offset) {
        moved.push({ organisation, minutes: offset - before });
      }
      last.set(organisation, offset);
    }
    return { ...row, moved, wall };
  });
}

/** For how many minutes a city sits outside its office hours in some sessions. */
export function burdenOf(slots: readonly Slot[], slug: string): number {
  const all = slots.flatMap(({ seen }) => seen);
  return all
    .filter(({ organisation }) => organisation === slug)
    .reduce((sum, { outside }) => sum + outside, 0);
}

/** Those that are chosen until somebody chooses: a whole series but what falls on a closed day. */
export function chosenAtFirst(kind: Kind, rows: readonly SeriesRow[]): string[] {
  if (kind === "proposed") return [];
  return rows.flatMap(({ slot, closed }) =>
    slot && (kind === "turns" || closed.length === 0) ? [slot.starts_at] : [],
  );
}
