/** What a request asks for, as its form holds it and as the contract has it. */
import type { LanguageMap } from "@/i18n/text";
import type { MatchPreview, Request, RequestPatch } from "../queries";

export type Values = {
  organisation: string;
  title: string;
  challenge: string;
  tried: string;
  wished: string;
  /** One a line. */
  questions: string;
  topics: string[];
  project: string;
  format: string;
  languages: string[];
  places: string;
  window_from: string;
  window_to: string;
  travel: string;
  interpretation: boolean;
  accessibility: string;
  confidentiality: string;
  urgency: string;
};

const TEXTS = ["title", "challenge", "tried", "wished", "accessibility"] as const;
/** Formats in which several coaches take part. */
export const SHARED = ["sounding_board", "group"];
const FEWEST_SHARED = 3;
const MOST_QUESTIONS = 10;

/** In which language a request is written: the reader's, or that in which it was begun. */
export function writtenIn(of: Pick<Request, "title"> | undefined, reader: string): string {
  if (!of || of.title[reader]) return reader;
  return Object.keys(of.title)[0] ?? reader;
}

export function valuesOf(of: Request | undefined, language: string, organisation: string): Values {
  const text = (map: LanguageMap | null | undefined) => map?.[language] ?? "";
  return {
    organisation: of?.organisation.slug ?? organisation,
    title: text(of?.title),
    challenge: text(of?.challenge),
    tried: text(of?.tried),
    wished: text(of?.wished),
    questions: (of?.questions ?? []).map(text).join("\n"),
    topics: of?.topics ?? [],
    project: of?.project?.id ?? "",
    format: of?.format ?? "",
    languages: of?.languages ?? [language],
    places: String(of?.places ?? 1),
    window_from: of?.window_from ?? "",
    window_to: of?.window_to ?? "",
    travel: of?.travel ?? "not_covered",
    interpretation: of?.interpretation ?? false,
    accessibility: text(of?.accessibility),
    confidentiality: of?.confidentiality ?? "parties",
    urgency: of?.urgency ?? "normal",
  };
}

/** A group has at least three places, anything else one. */
export function placesOf({ format, places }: Pick<Values, "format" | "places">): number {
  if (!SHARED.includes(format)) return 1;
  return Math.max(FEWEST_SHARED, Number(places) || FEWEST_SHARED);
}

/** The whole form as a merge patch; a request that begins is the same, without nulls. */
export function patchOf(values: Values, language: string): RequestPatch {
  const texts = Object.fromEntries(
    TEXTS.map((name) => [name, { [language]: values[name].trim() || null }]),
  );
  const lines = values.questions.split("\n").map((line) => line.trim());
  return {
    ...texts,
    questions: lines
      .filter(Boolean)
      .slice(0, MOST_QUESTIONS)
      .map((line) => ({ [language]: line })),
    topics: values.topics,
    project: values.project || null,
    format: (values.format || null) as RequestPatch["format"],
    languages: values.languages,
    places: placesOf(values),
    window_from: values.window_from || null,
    window_to: values.window_to || null,
    travel: values.travel as NonNullable<RequestPatch["travel"]>,
    interpretation: values.interpretation,
    confidentiality: values.confidentiality as NonNullable<RequestPatch["confidentiality"]>,
    urgency: values.urgency as NonNullable<RequestPatch["urgency"]>,
  };
}

/** Only what differs from what is kept. */
export function difference(now: RequestPatch, kept: RequestPatch): RequestPatch {
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(kept[name as keyof RequestPatch]),
  );
  return Object.fromEntries(changed);
}

/** What has to be told before anybody can be found, each with the step in which it is asked. */
export function lacks({ challenge, topics, format, languages }: Values) {
  return [
    ...(challenge.trim() ? [] : ([{ field: "challenge", step: 1 }] as const)),
    ...(topics.length > 0 ? [] : ([{ field: "topics", step: 1 }] as const)),
    ...(format ? [] : ([{ field: "format", step: 2 }] as const)),
    ...(languages.length > 0 ? [] : ([{ field: "languages", step: 2 }] as const)),
  ];
}

export function previewOf(values: Values): MatchPreview {
  return {
    organisation: values.organisation,
    network: "iscn",
    topics: values.topics,
    format: (values.format || null) as MatchPreview["format"] & string,
    languages: values.languages,
    window_from: values.window_from || null,
    window_to: values.window_to || null,
    places: placesOf(values),
    interpretation: values.interpretation,
    limit: 5,
  };
}
