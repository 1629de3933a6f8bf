import type { LanguageMap } from "@/i18n/text";
import type { Practice } from "../directory/queries";
import type { PracticePatch } from "./queries";

/** What the form holds: as it is typed. */
export type Values = {
  kind: Practice["kind"];
  title: LanguageMap;
  summary: LanguageMap;
  publisher: string;
  year: string;
  languages: string[];
  licence: string;
  link: string;
  topics: string[];
  review_on: string;
};

export function valuesOf(practice: Practice): Values {
  return {
    kind: practice.kind,
    title: practice.title,
    summary: practice.summary ?? {},
    publisher: practice.publisher ?? "",
    year: practice.year?.toString() ?? "",
    languages: practice.languages ?? [],
    licence: practice.licence ?? "",
    link: practice.link ?? "",
    topics: practice.topics ?? [],
    review_on: practice.review_on ?? "",
  };
}

const said = (text: string): string | null => text.trim() || null;

/** The languages that were written or emptied; an emptied one is taken away. */
function textsOf(before: LanguageMap, typed: LanguageMap) {
  const changed = Object.entries(typed).filter(
    ([tag, text]) => text.trim() !== (before[tag] ?? ""),
  );
  return Object.fromEntries(changed.map(([tag, text]) => [tag, said(text)]));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What changed, as a merge patch. */
export function patchOf(before: Values, typed: Values): PracticePatch {
  const patch: PracticePatch = {};
  const [title, summary] = [
    textsOf(before.title, typed.title),
    textsOf(before.summary, typed.summary),
  ];
  if (Object.keys(title).length > 0) patch.title = title;
  if (Object.keys(summary).length > 0) patch.summary = summary;
  if (typed.kind !== before.kind) patch.kind = typed.kind;
  if (typed.year.trim() !== before.year) {
    patch.year = typed.year.trim() ? Number(typed.year) : null;
  }
  for (const name of ["publisher", "licence", "link", "review_on"] as const) {
    if (typed[name].trim() !== before[name]) patch[name] = said(typed[name]);
  }
  for (const name of ["languages", "topics"] as const) {
    if (!same(typed[name], before[name])) patch[name] = typed[name];
  }
  return patch;
}
