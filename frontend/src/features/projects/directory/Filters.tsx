import { Facet } from "@/ui/Facet";
import { FilterColumn } from "@/ui/FilterColumn";
import type { ProjectPage } from "../queries";
import { type Chosen, FACETS } from "./asked";
import { LeadFilter } from "./LeadFilter";
import type { useFilterWords } from "./useFilterWords";

type FiltersProps = {
  page: Pick<ProjectPage, "facets" | "total">;
  chosen: Chosen;
  words: ReturnType<typeof useFilterWords>;
  onChange: (facet: string, values: string[]) => void;
};

/** The column of questions; on phones behind one button that says how many are set. */
export function Filters({ page, chosen, words, onChange }: FiltersProps) {
  const set = Object.values(chosen).flat().length;
  return (
    <FilterColumn set={set}>
      {FACETS.map(({ name, folded }) => {
        const values = page.facets?.[name] ?? [];
        const known = new Set(values.map((each) => each.value));
        const absent = (chosen[name] ?? []).filter((value) => !known.has(value));
        if (values.length + absent.length === 0) return null;
        return (
          <Facet
            key={name}
            heading={words.headings[name]}
            total={page.total}
            chosen={chosen[name] ?? []}
            closed={folded === true && !chosen[name]}
            values={[...values, ...absent.map((value) => ({ value, count: 0 }))].map((each) => ({
              ...each,
              label: words.value(name, each.value),
            }))}
            onChange={(next) => onChange(name, next)}
          />
        );
      })}
      <LeadFilter
        heading={words.headings.organisation}
        leads={page.facets?.organisation ?? []}
        chosen={chosen.organisation ?? []}
        onChange={(next) => onChange("organisation", next)}
      />
    </FilterColumn>
  );
}
