import { work_format } from "./formats";
import { role } from "./roles";
import { useWords } from "./useWords";
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
export const useLabel = () => useWords(sets);
