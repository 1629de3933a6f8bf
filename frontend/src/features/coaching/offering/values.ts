/** An offer, as its form holds it and as the contract has it. */
import type { Offer, OfferPatch } from "./queries";

type Shown = { project: string; note: string };

export type Values = {
  organisation: string;
  is_mine: boolean;
  topics: string[];
  /** What shows that a topic is known, by the topic. */
  evidence: Record<string, Shown>;
  languages: { language: string; level: string }[];
  formats: string[];
  capacity: string;
  blackouts: { first: string; last: string }[];
  note: string;
};

export function valuesOf(of: Offer | undefined, language: string, organisation: string): Values {
  const shown: Record<string, Shown> = {};
  for (const { topic, project, note } of of?.evidence ?? []) {
    shown[topic] ??= { project: project ?? "", note: note?.[language] ?? "" };
  }
  return {
    organisation: of?.organisation.slug ?? organisation,
    is_mine: of?.is_personal ?? false,
    topics: of?.topics ?? [],
    evidence: shown,
    languages: of?.languages ?? [{ language, level: "c1" }],
    formats: of?.formats ?? ["online"],
    capacity: String(of?.capacity ?? 1),
    blackouts: of?.blackouts ?? [],
    note: of?.note?.[language] ?? "",
  };
}

/** What the form says; evidence that it does not show stays, as do texts in other languages. */
export function writtenOf(values: Values, of: Offer | undefined, language: string) {
  const kept = of?.evidence ?? [];
  const evidence = values.topics.flatMap((topic) => {
    const [first, ...others] = kept.filter((each) => each.topic === topic);
    const typed = values.evidence[topic] ?? { project: "", note: "" };
    const { [language]: _, ...elsewhere } = first?.note ?? {};
    const said = typed.note.trim();
    const note = said ? { ...elsewhere, [language]: said } : elsewhere;
    const told = {
      topic,
      project: typed.project || null,
      note: Object.keys(note).length > 0 ? note : null,
    };
    return told.project || told.note ? [told, ...others] : others;
  });
  return {
    topics: values.topics,
    evidence,
    languages: values.languages as NonNullable<OfferPatch["languages"]>,
    formats: values.formats as NonNullable<OfferPatch["formats"]>,
    capacity: Number(values.capacity),
    blackouts: values.blackouts.filter(({ first, last }) => first && last),
  };
}
