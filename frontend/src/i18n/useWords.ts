import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";

type Words = Record<string, MessageDescriptor>;

/** `word("seat_state", "vacant")`; what has no word yet is shown in plain letters. */
export function useWords<S extends Record<string, Words>>(
  sets: S,
): (set: keyof S, code: string) => string {
  const { i18n } = useLingui();
  return (set, code) => {
    const found = (sets[set] as Words)[code];
    return found ? i18n._(found) : code.replaceAll(/[._-]/g, " ");
  };
}
