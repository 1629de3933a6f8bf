import type { LanguageMap } from "@/i18n/text";
import type { Organisation, OrganisationPatch } from "../queries";

export type TextValue = { language: string; text: string };
export type NameValue = {
  name: TextValue[];
  kind: Organisation["names"][number]["kind"];
  valid_from: string;
  valid_to: string;
  observed_on: string;
};

/** What the form holds: as it is typed. */
export type Values = {
  slug: string;
  name: string;
  label: TextValue[];
  kind: Organisation["kind"];
  country: string;
  aliases: string;
  latitude: string;
  longitude: string;
  population: string;
  website: string;
  names: NameValue[];
  parent: string;
  successor: string;
};

type DatedName = NonNullable<OrganisationPatch["names"]>[number];

/** The part of an organisation that the form edits, as it is written to the server. */
export type Draft = {
  name: string;
  label: LanguageMap;
  kind: Organisation["kind"];
  country: string | null;
  aliases: string[];
  latitude: number | null;
  longitude: number | null;
  population: number | null;
  website: string | null;
  names: DatedName[];
  parent: string | null;
  successor: string | null;
};
export type DraftField = keyof Draft;

const texts = (map: LanguageMap): TextValue[] =>
  Object.entries(map).map(([language, text]) => ({ language, text }));

const map = (rows: TextValue[]): LanguageMap =>
  Object.fromEntries(rows.map(({ language, text }) => [language, text.trim()]));

const said = (text: string): string | null => text.trim() || null;

/** "48,1" and "48.1" alike. */
export function numberOf(text: string): number | null {
  return text.trim() ? Number(text.trim().replace(",", ".")) : null;
}

export function emptyValues(language: string): Values {
  return {
    slug: "",
    name: "",
    label: [{ language, text: "" }],
    kind: "municipality",
    country: "",
    aliases: "",
    latitude: "",
    longitude: "",
    population: "",
    website: "",
    names: [],
    parent: "",
    successor: "",
  };
}

export function valuesOf(organisation: Organisation): Values {
  const digits = (number: number | null) => number?.toString() ?? "";
  return {
    slug: organisation.slug,
    name: organisation.name,
    label: texts(organisation.label),
    kind: organisation.kind,
    country: organisation.country ?? "",
    aliases: organisation.aliases.join("\n"),
    latitude: digits(organisation.latitude),
    longitude: digits(organisation.longitude),
    population: digits(organisation.population),
    website: organisation.website ?? "",
    names: organisation.names.map((each) => ({
      name: texts(each.name),
      kind: each.kind,
      valid_from: each.valid_from ?? "",
      valid_to: each.valid_to ?? "",
      observed_on: each.observed_on ?? "",
    })),
    parent: organisation.parent?.slug ?? "",
    successor: organisation.successor?.slug ?? "",
  };
}

export function draftOf(values: Values): Draft {
  const lines = values.aliases.split("\n").map((line) => line.trim());
  return {
    name: values.name.trim(),
    label: map(values.label),
    kind: values.kind,
    country: said(values.country),
    aliases: lines.filter((line) => line),
    latitude: numberOf(values.latitude),
    longitude: numberOf(values.longitude),
    population: numberOf(values.population),
    website: said(values.website),
    names: values.names.map((each) => ({
      name: map(each.name),
      kind: each.kind,
      valid_from: said(each.valid_from),
      valid_to: said(each.valid_to),
      observed_on: said(each.observed_on),
    })),
    parent: said(values.parent),
    successor: said(values.successor),
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two drafts differ. */
export function differences(before: Draft, after: Draft): DraftField[] {
  const fields = Object.keys(before) as DraftField[];
  return fields.filter((field) => !same(before[field], after[field]));
}

/** What changed as a merge patch: a language that was taken away is null. */
export function patchOf(before: Draft, after: Draft): OrganisationPatch {
  const { label, ...changed } = Object.fromEntries(
    differences(before, after).map((name) => [name, after[name]]),
  ) as Partial<Draft>;
  if (!label) return changed;
  const gone = Object.keys(before.label).filter((language) => !(language in label));
  return { ...changed, label: { ...label, ...Object.fromEntries(gone.map((tag) => [tag, null])) } };
}

/** What was typed, laid over what stands there now; a field that was not touched takes the new value. */
export function carriedOver(before: Values, typed: Values, now: Values): Values {
  const touched = (Object.keys(now) as (keyof Values)[]).filter(
    (field) => !same(before[field], typed[field]),
  );
  return { ...now, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) };
}

/** "Ayuntamiento de Ñuñoa" gives "ayuntamiento-de-nunoa". */
export function slugOf(name: string): string {
  const german = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" } as Record<string, string>;
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^a-z0-9\s-]/g, "")
    .trim()
    .replace(/[\s-]+/g, "-")
    .slice(0, 120);
}
