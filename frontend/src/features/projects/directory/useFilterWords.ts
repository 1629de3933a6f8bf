import { useLingui } from "@lingui/react/macro";
import { countryName, type LanguageMap, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useText } from "@/ui/Text";
import { placeName } from "../map/places";
import { useWord } from "../words";
import { type Chosen, FACETS, FILTERS, type FilterName } from "./asked";

/** Headings of the filters and the words of their values. */
export function useFilterWords(
  topics: ReadonlyMap<string, LanguageMap>,
  leads: ReadonlyMap<string, LanguageMap> = new Map(),
  practices: ReadonlyMap<string, LanguageMap | null> = new Map(),
) {
  const { t } = useLingui();
  const text = useText();
  const word = useWord();
  const language = useLanguage();
  const headings: Record<FilterName, string> = {
    topic: t`Topic`,
    country: t`Country`,
    maturity: t`How far it is`,
    has_lessons: t`Lessons`,
    replicated: t`Done again elsewhere`,
    budget_band: t`Budget`,
    sdg: t`Development goal`,
    charter_point: t`Point of the Smart City Charter`,
    language: t`Language`,
    origin: t`Where the record comes from`,
    organisation: t`Led by`,
    practice: t`Practice`,
    place: t`Place`,
  };

  function value(facet: FilterName, code: string): string {
    if (facet === "topic") return text(topics.get(code)) || code;
    if (facet === "sdg") return `${code} ${text(topics.get(`sdg-${code}`))}`.trim();
    if (facet === "charter_point") return `${code} ${text(topics.get(`charter-${code}`))}`.trim();
    if (facet === "organisation") return text(leads.get(code)) || code;
    if (facet === "practice") return text(practices.get(code)) || code;
    if (facet === "place") return placeName(code) || t`Not stated`;
    if (facet === "country") return countryName(code, language);
    if (facet === "language") return languageName(code, language);
    const set = FACETS.find((known) => known.name === facet)?.words;
    return set ? word(set, code) : code;
  }

  /** Everything that is chosen, in words. */
  function called(chosen: Chosen, q: string | null | undefined): string {
    const values = Object.entries(chosen).flatMap(([facet, codes]) =>
      codes.map((code) => value(facet as FilterName, code)),
    );
    return [...(q ? [q] : []), ...values].join(", ");
  }

  /** What is chosen, in the order in which it is asked. */
  function chips(chosen: Chosen) {
    return FILTERS.flatMap((name) =>
      (chosen[name] ?? []).map((code) => ({
        name,
        value: code,
        word: value(name, code),
        heading: headings[name],
      })),
    );
  }

  return { headings, value, called, chips };
}
