/** Words for the codes of projects; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

const maturity = {
  idea: msg({ id: "maturity.idea", message: "Idea" }),
  planned: msg({ id: "maturity.planned", message: "Planned" }),
  pilot: msg({ id: "maturity.pilot", message: "Pilot" }),
  running: msg({ id: "maturity.running", message: "Running" }),
  completed: msg({ id: "maturity.completed", message: "Completed" }),
  scaled: msg({ id: "maturity.scaled", message: "Scaled up" }),
  discontinued: msg({ id: "maturity.discontinued", message: "Discontinued" }),
  not_stated: msg({ id: "maturity.not_stated", message: "Not stated" }),
};

const budget_band = {
  under_100k: msg({ id: "budget_band.under_100k", message: "Under 100,000 euros" }),
  from_100k: msg({ id: "budget_band.from_100k", message: "100,000 to 1 million euros" }),
  from_1m: msg({ id: "budget_band.from_1m", message: "1 to 10 million euros" }),
  from_10m: msg({ id: "budget_band.from_10m", message: "10 to 100 million euros" }),
  from_100m: msg({ id: "budget_band.from_100m", message: "100 million euros and more" }),
  not_stated: msg({ id: "budget_band.not_stated", message: "Not stated" }),
};

const has_lessons = {
  true: msg({ id: "has_lessons.true", message: "With lessons" }),
  false: msg({ id: "has_lessons.false", message: "No lesson recorded" }),
};

const replicated = {
  true: msg({ id: "replicated.true", message: "Another city did it again" }),
  false: msg({ id: "replicated.false", message: "No copy known" }),
};

const project_origin = {
  public_source: msg({ id: "project_origin.public_source", message: "From public sources" }),
  member: msg({ id: "project_origin.member", message: "From the city itself" }),
};

const lesson_kind = {
  worked: msg({ id: "lesson_kind.worked", message: "Worked" }),
  failed: msg({ id: "lesson_kind.failed", message: "Did not work" }),
  surprise: msg({ id: "lesson_kind.surprise", message: "Surprise" }),
};

const sets = { maturity, budget_band, has_lessons, replicated, project_origin, lesson_kind };

export type WordSet = keyof typeof sets;

/** `word("maturity", "pilot")`; what has no word yet is shown in plain letters. */
export function useWord(): (set: WordSet, code: string) => string {
  const { i18n } = useLingui();
  return (set, code) => {
    const known: Record<string, { id: string; message?: string }> = sets[set];
    const found = known[code];
    return found ? i18n._(found) : code.replaceAll("_", " ");
  };
}
