/** Words for what came of a coaching; they travel with it only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const change = {
  yes: msg({ id: "coaching_change.yes", message: "Yes" }),
  partly: msg({ id: "coaching_change.partly", message: "Partly" }),
  no: msg({ id: "coaching_change.no", message: "No" }),
  too_early: msg({ id: "coaching_change.too_early", message: "Too early to say" }),
};

const made = {
  lesson: msg({ id: "coaching_made.lesson", message: "Lesson" }),
  practice: msg({ id: "coaching_made.practice", message: "Practice" }),
  replication: msg({ id: "coaching_made.replication", message: "Replication" }),
};

const usefulness = {
  "1": msg({ id: "coaching_usefulness.1", message: "not at all" }),
  "2": msg({ id: "coaching_usefulness.2", message: "a little" }),
  "3": msg({ id: "coaching_usefulness.3", message: "somewhat" }),
  "4": msg({ id: "coaching_usefulness.4", message: "quite" }),
  "5": msg({ id: "coaching_usefulness.5", message: "very" }),
};

export const CHANGES = Object.keys(change) as (keyof typeof change)[];
export const USEFULNESS = Object.keys(usefulness);

export function useResultWord() {
  return useWords({ change, made, usefulness });
}
