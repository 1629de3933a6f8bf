import type { components } from "@/api/schema.gen";
import type { Bounds, Range } from "./queries";

type BoundsInput = components["schemas"]["BoundsWrite"];
type RangeText = { at_least: string; at_most: string };

/** Bounds as they stand in the fields of a form. */
export type BoundsText = {
  countries: RangeText;
  national: RangeText;
  municipal: RangeText;
  host_counts: boolean;
  complete_within_days: string;
  reapply_after_days: string;
};

const rangeText = (range: Range | undefined): RangeText => ({
  at_least: String(range?.at_least ?? 0),
  at_most: range?.at_most === null || range?.at_most === undefined ? "" : String(range.at_most),
});

export function textOf(bounds: Bounds | undefined): BoundsText {
  return {
    countries: rangeText(bounds?.countries),
    national: rangeText(bounds?.national),
    municipal: rangeText(bounds?.municipal),
    host_counts: bounds?.host_counts ?? false,
    complete_within_days: String(bounds?.complete_within_days ?? 180),
    reapply_after_days: String(bounds?.reapply_after_days ?? 180),
  };
}

const range = ({ at_least, at_most }: RangeText) => ({
  at_least: Number(at_least),
  at_most: at_most.trim() === "" ? null : Number(at_most),
});

/** What was written, as the contract has it: an empty upper bound is none. */
export function boundsOf(text: BoundsText): BoundsInput {
  return {
    countries: range(text.countries),
    national: range(text.national),
    municipal: range(text.municipal),
    host_counts: text.host_counts,
    complete_within_days: Number(text.complete_within_days),
    reapply_after_days: Number(text.reapply_after_days),
  };
}
