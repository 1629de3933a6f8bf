import { useLingui } from "@lingui/react/macro";
import { Facet } from "@/ui/Facet";
import { TextField } from "@/ui/Fields";
import { FilterColumn } from "@/ui/FilterColumn";
import { Glyph } from "@/ui/Glyph";
import type { NetworkPage } from "../queries";
import { type Chosen, FACETS, type FacetName } from "./filters";
import type { useFacetWords } from "./useFacetWords";

type FacetsProps = {
  page: NetworkPage;
  chosen: Chosen;
  year: string;
  words: ReturnType<typeof useFacetWords>;
  onChange: (facet: FacetName, values: string[]) => void;
  onYear: (year: string) => void;
};

/** The column of questions; on phones behind one button that says how many are set. */
export function Facets({ page, chosen, year, words, onChange, onYear }: FacetsProps) {
  const { t } = useLingui();
  const set = Object.values(chosen).flat().length + (year ? 1 : 0);
  return (
    <FilterColumn set={set}>
      {FACETS.map(({ name, folded }) => {
        const values = page.facets?.[name] ?? [];
        const known = new Set(values.map((each) => each.value));
        const absent = (chosen[name] ?? []).filter((value) => !known.has(value));
        const shown = [...values, ...absent.map((value) => ({ value, count: 0 }))];
        return (
          <Facet
            key={name}
            heading={words.headings[name]}
            total={page.total}
            chosen={chosen[name] ?? []}
            closed={folded === true && !chosen[name]}
            values={shown.map(({ value, count }) => ({
              value,
              count,
              label: words.word(name, value),
              mark:
                name === "founding_type" ? (
                  <Glyph type={value as "top_down" | "bottom_up"} silent />
                ) : undefined,
            }))}
            onChange={(next) => onChange(name, next)}
          />
        );
      })}
      <div className="facets-year">
        <TextField
          label={t`Active in the year`}
          hint={t`By the stated years, such as 2020`}
          value={year}
          inputMode="numeric"
          onChange={onYear}
        />
      </div>
    </FilterColumn>
  );
}
