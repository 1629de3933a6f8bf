/** Changes as an address holds them: `join:CL`, `open_seat:PE:municipal:2`, `rules:10-:1-1:0-2:yes:180:365`. */
import type { Bounds, Change, SeatKind } from "../queries";
import { KINDS } from "../records";

type Limits = { at_least?: number; at_most?: number | null };

const SEATING = ["open_seat", "close_seat", "confirm", "vacate"] as const;
const COUNTRY = /^[A-Z]{2}$/;
const NUMBER = /^\d{1,3}$/;
const DAYS = /^\d{1,4}$/;
const RANGE = /^(\d{1,3})-(\d{0,3})$/;

const limits = ({ at_least, at_most }: Limits) => `${at_least ?? 0}-${at_most ?? ""}`;

export function written(change: Change): string {
  if (change.change === "rules") {
    const { countries, national, municipal, host_counts, ...days } = change.bounds;
    return [
      "rules",
      ...[countries, national, municipal].map(limits),
      host_counts ? "yes" : "no",
      days.complete_within_days,
      days.reapply_after_days,
    ].join(":");
  }
  const { change: verb, country } = change;
  return "kind" in change
    ? [verb, country, change.kind, change.number].join(":")
    : [verb, country].join(":");
}

function rangeOf(text: string | undefined): Bounds["countries"] | undefined {
  const [, least, most] = RANGE.exec(text ?? "") ?? [];
  return least === undefined
    ? undefined
    : { at_least: Number(least), at_most: most ? Number(most) : null };
}

function rulesOf([first, second, third, host, complete = "", reapply = ""]: string[]): Change[] {
  const [countries, national, municipal] = [first, second, third].map(rangeOf);
  if (!countries || !national || !municipal || !DAYS.test(complete) || !DAYS.test(reapply))
    return [];
  const bounds = {
    countries,
    national,
    municipal,
    host_counts: host === "yes",
    complete_within_days: Number(complete),
    reapply_after_days: Number(reapply),
  };
  return [{ change: "rules", bounds }];
}

/** The change behind a text; none where it is no change. */
export function changesOf(text: string): Change[] {
  const [verb = "", ...rest] = text.split(":");
  if (verb === "rules") return rulesOf(rest);
  const [country = "", kind = "", number = ""] = rest;
  if (!COUNTRY.test(country)) return [];
  if (verb === "join" || verb === "leave") return [{ change: verb, country }];
  const seating = SEATING.find((each) => each === verb);
  if (!seating || !KINDS.includes(kind as SeatKind) || !NUMBER.test(number)) return [];
  return [{ change: seating, country, kind: kind as SeatKind, number: Number(number) }];
}
