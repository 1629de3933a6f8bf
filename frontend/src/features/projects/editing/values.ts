import type { LanguageMap } from "@/i18n/text";
import type { ProjectPatch, Story } from "./queries";

type Texts = LanguageMap;
type StoryLesson = Story["lessons"][number];
type StoryIndicator = Story["indicators"][number];
type StoryAttachment = Story["attachments"][number];
type Measured = StoryIndicator["measurements"][number];
type StorySource = Story["sources"][number];

export type SourceValue = { label: Texts; locator: Texts; url: string };
export type MeasuredValue = { on: string; value: string; kept: Measured["source"] };
export type PlaceValue = {
  name: string;
  country: string;
  latitude: string;
  longitude: string;
  kept: number | null;
};
export type PartnerValue = { organisation: string; name: Texts; role: Texts };
export type LessonValue = Pick<StoryLesson, "id" | "audience"> & {
  evidence: SourceValue[];
  kind: string;
  context: Texts;
  happened: Texts;
  cause: Texts;
  advice: Texts;
};
export type IndicatorValue = Pick<StoryIndicator, "id" | "source"> & {
  name: Texts;
  unit: Texts;
  baseline: MeasuredValue;
  target: MeasuredValue;
  measurements: MeasuredValue[];
  measured: "yes" | "no";
  not_measured: Texts;
};
export type ContactValue = { function: Texts; email: string; website: string; audience: string };

export type AttachmentValue = Pick<StoryAttachment, "id" | "file" | "title"> & {
  alt: Texts;
  credit: string;
  licence: string;
  language: string;
};

export const TEXTS = [
  "title",
  "summary",
  "problem",
  "solution",
  "discontinued_because",
  "operator_model",
  "technology",
  "data_governance",
  "participation",
] as const;
export const CHECKS = ["economic", "organisational", "financial", "technical", "legal"] as const;
const WORKSTREAMS = [...CHECKS, "needed_first"] as const;
const LINES = ["start", "end", "licence", "repository", "website"] as const;

/** What the form holds: as it is typed; texts stay keyed by language. */
export type Values = Record<(typeof TEXTS)[number], Texts> &
  Record<(typeof LINES)[number] | "maturity", string> & {
    places: PlaceValue[];
    topics: string[];
    networks: string[];
    practices: string[];
    sdgs: string[];
    charter_points: string[];
    traits: string[];
    budget: {
      kind: "" | "amount" | "band";
      amount: string;
      currency: string;
      year: string;
      band: string;
    };
    funding_sources: Texts[];
    keywords: Texts[];
    open_standards: string;
    partners: PartnerValue[];
    transferability: Record<(typeof WORKSTREAMS)[number], Texts>;
    sources: SourceValue[];
    lessons: LessonValue[];
    indicators: IndicatorValue[];
    contacts: ContactValue[];
    attachments: AttachmentValue[];
    publishes_itself: boolean;
  };

const typed = (number: number | null | undefined) => number?.toString() ?? "";

const measuredValue = (each: Measured | null): MeasuredValue => ({
  on: each?.on ?? "",
  value: typed(each?.value),
  kept: each?.source ?? null,
});

export const sourceValue = ({ label, locator, url }: StorySource): SourceValue => ({
  label,
  locator: locator ?? {},
  url: url ?? "",
});

/** A name within the project, for good. */
const partId = () => crypto.randomUUID().replaceAll("-", "").slice(0, 12);

export const emptyLesson = (): LessonValue => ({
  id: partId(),
  kind: "",
  audience: "public",
  evidence: [],
  context: {},
  happened: {},
  cause: {},
  advice: {},
});

export const emptyIndicator = (): IndicatorValue => ({
  id: partId(),
  source: null,
  name: {},
  unit: {},
  baseline: measuredValue(null),
  target: measuredValue(null),
  measurements: [measuredValue(null)],
  measured: "yes",
  not_measured: {},
});

export const emptyContact: ContactValue = {
  function: {},
  email: "",
  website: "",
  audience: "members",
};
export const attachmentValue = (file: string, title: Texts): AttachmentValue => ({
  id: partId(),
  file,
  title,
  alt: {},
  credit: "",
  licence: "",
  language: "",
});

export const emptyPlace: PlaceValue = {
  name: "",
  country: "",
  latitude: "",
  longitude: "",
  kept: null,
};

export function valuesOf(story: Story, publishesItself: boolean): Values {
  const { budget, transferability } = story;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, story[name] ?? {}]));
  const lines = Object.fromEntries(LINES.map((name) => [name, story[name] ?? ""]));
  const workstreams = WORKSTREAMS.map((name) => [name, transferability?.[name] ?? {}]);
  const filled = {
    maturity: story.maturity ?? "",
    places: story.places.map((place) => ({
      name: place.name,
      country: place.country,
      latitude: typed(place.latitude),
      longitude: typed(place.longitude),
      kept: place.geonames_id,
    })),
    topics: story.topics,
    networks: story.networks,
    practices: story.practices,
    sdgs: story.sdgs.map(String),
    charter_points: story.charter_points,
    traits: story.traits,
    budget: {
      kind: budget === null ? "" : budget.band === null ? "amount" : "band",
      amount: typed(budget?.amount),
      currency: budget?.currency ?? "EUR",
      year: typed(budget?.year),
      band: budget?.band ?? "under_100k",
    },
    funding_sources: story.funding_sources,
    keywords: story.keywords,
    open_standards: story.open_standards.join("\n"),
    partners: story.partners.map(({ organisation, name, role }) => ({
      organisation: organisation ?? "",
      name: name ?? {},
      role: role ?? {},
    })),
    transferability: Object.fromEntries(workstreams),
    sources: story.sources.map(sourceValue),
    lessons: story.lessons.map((lesson) => ({
      ...lesson,
      evidence: lesson.evidence.map(sourceValue),
      kind: lesson.kind ?? "",
      context: lesson.context ?? {},
      cause: lesson.cause ?? {},
      advice: lesson.advice ?? {},
    })),
    indicators: story.indicators.map((each) => ({
      ...each,
      baseline: measuredValue(each.baseline),
      target: measuredValue(each.target),
      measurements: each.measurements.map(measuredValue),
      measured: each.not_measured ? "no" : "yes",
      not_measured: each.not_measured ?? {},
    })),
    contacts: story.contacts.map(({ function: function_, email, website, audience }) => ({
      function: function_,
      email: email ?? "",
      website: website ?? "",
      audience,
    })),
    attachments: story.attachments.map(({ alt, credit, licence, language, ...kept }) => ({
      ...kept,
      alt: alt ?? {},
      credit: credit ?? "",
      licence: licence ?? "",
      language: language ?? "",
    })),
    publishes_itself: publishesItself,
  };
  return structuredClone({ ...texts, ...lines, ...filled }) as Values;
}

export type Field = keyof ProjectPatch;
