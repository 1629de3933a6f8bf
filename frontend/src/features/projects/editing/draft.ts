/** From what is typed to what is written, and what is different between two of them. */
import type { LanguageMap } from "@/i18n/text";
import type { ProjectPatch } from "./queries";
import { type Field, type MeasuredValue, type SourceValue, TEXTS, type Values } from "./values";

/** A project as the form would write it, whole; a list that is not ready yet is left out. */
export type Draft = { [name in Field]?: unknown };

/** Without what is empty; null where nothing is left. */
export function said(texts: LanguageMap): LanguageMap | null {
  const kept = Object.entries(texts).filter(([, text]) => text?.trim());
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

const line = (text: string): string | null => text.trim() || null;

/** "48,1" and "48.1" alike. */
export function numberOf(text: string): number | null {
  return text.trim() ? Number(text.trim().replace(",", ".")) : null;
}

function measured({ on, value, kept }: MeasuredValue) {
  const number = numberOf(value);
  return on.trim() && number !== null ? { on: on.trim(), value: number, source: kept } : null;
}

const started = ({ on, value }: MeasuredValue) => Boolean(on.trim() || value.trim());

/** A row of a list: nothing typed, not enough to be kept, or ready. */
type Row = "empty" | "unready" | object;

function rows<T>(list: T[], row: (value: T) => Row): object[] | undefined {
  const made = list.map(row).filter((each) => each !== "empty");
  return made.some((each) => each === "unready") ? undefined : (made as object[]);
}

const ready = (parts: unknown[], needed: boolean, made: () => object): Row => {
  if (needed) return made();
  return parts.some(Boolean) ? "unready" : "empty";
};

function source(typed: SourceValue): Row {
  const [label, locator, url] = [said(typed.label), said(typed.locator), line(typed.url)];
  return ready([locator, url], label !== null, () => ({ label, locator, url }));
}

function lessons(values: Values) {
  return rows(values.lessons, (lesson) => {
    const [context, happened] = [said(lesson.context), said(lesson.happened)];
    const [cause, advice] = [said(lesson.cause), said(lesson.advice)];
    const { id, audience } = lesson;
    const kind = lesson.kind || null;
    const evidence = rows(lesson.evidence, source);
    const parts = [kind, context, cause, advice, evidence === undefined || evidence.length > 0];
    return ready(parts, happened !== null && evidence !== undefined, () => ({
      id,
      kind,
      context,
      happened,
      cause,
      advice,
      evidence,
      audience,
    }));
  });
}

function indicators(values: Values) {
  return rows(values.indicators, (each) => {
    const [name, unit] = [said(each.name), said(each.unit)];
    const isMeasured = each.measured === "yes";
    const typed = isMeasured ? each.measurements.filter(started) : [];
    const points = typed.map(measured);
    const [baseline, target] = [measured(each.baseline), measured(each.target)];
    const whole =
      points.every((point) => point !== null) &&
      started(each.baseline) === (baseline !== null) &&
      started(each.target) === (target !== null);
    const parts = [name, unit, typed.length, started(each.baseline), started(each.target)];
    return ready(parts, name !== null && unit !== null && whole, () => ({
      id: each.id,
      name,
      unit,
      baseline,
      target,
      measurements: points,
      not_measured: isMeasured ? null : said(each.not_measured),
      source: each.source,
    }));
  });
}

function places(values: Values) {
  return rows(values.places, ({ kept, ...place }) => {
    const [latitude, longitude] = [numberOf(place.latitude), numberOf(place.longitude)];
    const whole = (latitude === null) === (longitude === null);
    const needed = Boolean(place.name.trim() && place.country && whole);
    return ready([place.name.trim(), place.country, !whole], needed, () => ({
      name: place.name.trim(),
      country: place.country,
      latitude,
      longitude,
      geonames_id: kept,
    }));
  });
}

function partners(values: Values) {
  return rows(values.partners, (partner) => {
    const [name, role] = [said(partner.name), said(partner.role)];
    const organisation = partner.organisation || null;
    return ready([role], organisation !== null || name !== null, () => ({
      organisation,
      name: organisation ? null : name,
      role,
    }));
  });
}

function contacts(values: Values) {
  return rows(values.contacts, (contact) => {
    const function_ = said(contact.function);
    const [email, website] = [line(contact.email), line(contact.website)];
    const needed = function_ !== null && (email !== null || website !== null);
    return ready([function_, email, website], needed, () => ({
      function: function_,
      email,
      website,
      audience: contact.audience,
    }));
  });
}

function attachments(values: Values) {
  return rows(values.attachments, ({ id, file, ...each }) => {
    const title = said(each.title);
    return ready([file], title !== null, () => ({
      id,
      file,
      title,
      alt: said(each.alt),
      licence: line(each.licence),
      credit: line(each.credit),
      language: each.language || null,
    }));
  });
}

/** undefined: an amount is begun and not whole. */
function budget({
  budget: { kind, amount, currency, year, band },
}: Values): object | null | undefined {
  if (kind === "") return null;
  if (kind === "band") return { amount: null, currency: null, year: numberOf(year), band };
  const number = numberOf(amount);
  if (number === null || !currency.trim()) return undefined;
  return {
    amount: number,
    currency: currency.trim().toUpperCase(),
    year: numberOf(year),
    band: null,
  };
}

export function draftOf(values: Values): Draft {
  const workstreams = Object.entries(values.transferability).map(([name, texts]) => [
    name,
    said(texts),
  ]);
  const lines = ["start", "end", "licence", "repository", "website", "maturity"] as const;
  const draft: Draft = {
    ...Object.fromEntries(TEXTS.map((name) => [name, said(values[name])])),
    ...Object.fromEntries(lines.map((name) => [name, line(values[name])])),
    places: places(values),
    topics: values.topics,
    networks: values.networks,
    practices: values.practices,
    sdgs: values.sdgs.map(Number).toSorted((a, b) => a - b),
    charter_points: values.charter_points.toSorted(),
    traits: values.traits.toSorted(),
    budget: budget(values),
    funding_sources: values.funding_sources.map(said).filter((each) => each !== null),
    keywords: values.keywords.map(said).filter((each) => each !== null),
    open_standards: values.open_standards.split("\n").flatMap((each) => line(each) ?? []),
    partners: partners(values),
    transferability: workstreams.some(([, texts]) => texts)
      ? Object.fromEntries(workstreams)
      : null,
    sources: rows(values.sources, source),
    lessons: lessons(values),
    indicators: indicators(values),
    contacts: contacts(values),
    attachments: attachments(values),
    publishes_itself: values.publishes_itself,
  };
  // A project always has a title: one that is taken away is not written until there is another.
  if (draft.title === null) draft.title = undefined;
  return draft;
}

/** What is begun and cannot be kept yet. */
export function unready(draft: Draft): Field[] {
  return (Object.keys(draft) as Field[]).filter((name) => draft[name] === undefined);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields that are not alike; one that is not ready on either side counts as alike. */
export function differences(before: Draft, after: Draft): Field[] {
  return (Object.keys(after) as Field[]).filter(
    (name) =>
      before[name] !== undefined && after[name] !== undefined && !same(before[name], after[name]),
  );
}

function textPatch(before: unknown, after: unknown): unknown {
  if (after === null || before === null) return after;
  const gone = Object.keys(before as object).filter((tag) => !(tag in (after as object)));
  return { ...(after as object), ...Object.fromEntries(gone.map((tag) => [tag, null])) };
}

function partsPatch(before: unknown, after: unknown): unknown {
  if (after === null || before === null) return after;
  const then = before as Record<string, unknown>;
  const parts = Object.entries(after as object);
  return Object.fromEntries(parts.map(([name, texts]) => [name, textPatch(then[name], texts)]));
}

/** A merge patch: texts by language, everything else whole. */
export function patchOf(before: Draft, after: Draft): ProjectPatch {
  const texts: readonly string[] = TEXTS;
  const changed = differences(before, after).map((name) => {
    if (name === "transferability") return [name, partsPatch(before[name], after[name])];
    return [name, texts.includes(name) ? textPatch(before[name], after[name]) : after[name]];
  });
  return Object.fromEntries(changed);
}
