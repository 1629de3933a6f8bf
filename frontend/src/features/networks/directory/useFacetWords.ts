import { useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { type Chosen, FACETS, type FacetName } from "./filters";

/** Headings of the facets and the words of their values. */
export function useFacetWords(topics: ReadonlyMap<string, string>) {
  const { t } = useLingui();
  const label = useLabel();
  const language = useLanguage();
  const headings: Record<FacetName, string> = {
    category: t`Category`,
    founding_type: t`How it began`,
    scope: t`Reach`,
    funding: t`Who pays`,
    duration: t`Duration`,
    topic: t`Topic`,
    country: t`Country of named members`,
    municipality: t`German municipality`,
    work_format: t`Work format`,
    not_stated: t`What is not stated`,
  };

  function word(facet: FacetName, value: string): string {
    if (value === "not_stated") return t`Not stated`;
    if (facet === "topic") return topics.get(value) ?? value;
    if (facet === "country") return countryName(value, language);
    const set = FACETS.find((known) => known.name === facet)?.words;
    return set ? label(set, value) : value;
  }

  /** What is chosen, in the order in which it is asked. */
  function chips(chosen: Chosen) {
    return FACETS.flatMap(({ name }) =>
      (chosen[name] ?? []).map((value) => ({
        name,
        value,
        word: word(name, value),
        heading: headings[name],
      })),
    );
  }

  return { headings, word, chips };
}
