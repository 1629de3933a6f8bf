import { useLingui } from "@lingui/react";
import { work_format } from "./formats";
import { role } from "./roles";
import * as words from "./words";

const sets = { ...words, work_format, role };

export type LabelSet = keyof typeof sets;
export type FieldName = keyof typeof words.field;
export type FoundingType = keyof typeof words.founding_type;
export type FieldState = keyof typeof words.field_status;

/** The 14 fields of a profile, in the order of the contract. */
export const fieldNames = Object.keys(words.field) as FieldName[];

/** The codes of a set, in the order they should be listed. */
export function codesOf(set: LabelSet): string[] {
  return Object.keys(sets[set]);
}

/** `label("category", "national")`; a code that is not known yet is shown in plain letters. */
export function useLabel(): (set: LabelSet, code: string) => string {
  const { i18n } = useLingui();
  return (set, code) => {
    const known: Record<string, { id: string; message?: string }> = sets[set];
    const found = known[code];
    return found ? i18n._(found) : code.replaceAll("_", " ");
  };
}
