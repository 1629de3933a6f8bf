import type { Membership, Organisation } from "./queries";

type Dated = { valid_from: string | null; valid_to: string | null; observed_on: string | null };

/** Comes before another in time: by its beginning, else by the day it was seen; undated last. */
export function byTime(a: Dated, b: Dated): number {
  const at = ({ valid_from, observed_on, valid_to }: Dated) =>
    valid_from ?? observed_on ?? valid_to ?? "9999";
  return at(a).localeCompare(at(b));
}

/** Over by its last day; a month or a year is over once it is wholly past. */
export function isPast(validTo: string | null, today: string): boolean {
  return validTo !== null && validTo < today.slice(0, validTo.length);
}

export function todayOf(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export type Standing = "now" | "before" | "waiting";

/** Whether a membership holds today, is over, or has not begun. */
export function standingOf(membership: Membership, today: string): Standing {
  const { state, valid_from: from, valid_to: to } = membership;
  if (state === "former" || state === "refused" || isPast(to, today)) return "before";
  if (state === "invited" || state === "applied") return "waiting";
  return from !== null && from > today ? "waiting" : "now";
}

export type NameInTime = Organisation["names"][number] & { organisation: string };

/** The names of one or several organisations, the oldest first, the undated last. */
export function namesInTime(organisations: readonly Organisation[]): NameInTime[] {
  return organisations
    .flatMap(({ slug, names }) => names.map((name) => ({ ...name, organisation: slug })))
    .sort(byTime);
}
