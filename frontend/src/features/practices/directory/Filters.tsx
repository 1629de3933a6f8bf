import { useLingui } from "@lingui/react/macro";
import { type LanguageMap, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Facet } from "@/ui/Facet";
import { FilterColumn } from "@/ui/FilterColumn";
import { useText } from "@/ui/Text";
import { useWord } from "../words";
import { type Chosen, FACETS, type FacetName } from "./asked";
import type { PracticePage } from "./queries";

type FiltersProps = {
  page: Pick<PracticePage, "facets" | "total">;
  chosen: Chosen;
  topics: ReadonlyMap<string, LanguageMap>;
  onChange: (facet: FacetName, values: string[]) => void;
};

/** The column of questions; on phones behind one button that says how many are set. */
export function Filters({ page, chosen, topics, onChange }: FiltersProps) {
  const { t } = useLingui();
  const text = useText();
  const word = useWord();
  const reader = useLanguage();
  const headings = { kind: t`Kind`, topic: t`Topic`, language: t`Language` };
  const labels: Record<FacetName, (value: string) => string> = {
    kind: (value) => word("kind", value),
    topic: (value) => text(topics.get(value)) || value,
    language: (value) => languageName(value, reader),
  };
  return (
    <FilterColumn set={Object.values(chosen).flat().length}>
      {FACETS.map((name) => {
        const counted = page.facets?.[name] ?? [];
        const known = new Set(counted.map(({ value }) => value));
        const absent = (chosen[name] ?? []).filter((value) => !known.has(value));
        const values = [...counted, ...absent.map((value) => ({ value, count: 0 }))];
        return (
          <Facet
            key={name}
            heading={headings[name]}
            total={page.total}
            chosen={chosen[name] ?? []}
            values={values.map((each) => ({ ...each, label: labels[name](each.value) }))}
            onChange={(next) => onChange(name, next)}
          />
        );
      })}
    </FilterColumn>
  );
}
