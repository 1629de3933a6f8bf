import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Facet } from "@/ui/Facet";
import { Select } from "@/ui/Fields";
import { FilterColumn } from "@/ui/FilterColumn";
import { Link } from "@/ui/Link";
import type { OrganisationPage } from "../queries";
import { useWord } from "../words";
import { type Chosen, FACETS, type FacetName } from "./asked";

type FiltersProps = {
  page: OrganisationPage;
  chosen: Chosen;
  network: string;
  networks: { value: string; label: string }[];
  onChange: (facet: FacetName, values: string[]) => void;
  onNetwork: (slug: string) => void;
  /** The address without any filter. */
  none: string;
};

/** Kind, country and network; on phones behind one button that says how many are set. */
export function Filters(props: FiltersProps) {
  const { page, chosen, network, networks, onChange, onNetwork, none } = props;
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  const set = chosen.kind.length + chosen.country.length + (network ? 1 : 0);
  const headings: Record<FacetName, string> = { kind: t`Kind`, country: t`Country` };
  const label = (facet: FacetName, value: string) =>
    value === "not_stated"
      ? t`Not stated`
      : facet === "kind"
        ? word("organisation_kind", value)
        : countryName(value, language);
  return (
    <FilterColumn set={set}>
      {FACETS.map((name) => {
        const values = page.facets?.[name] ?? [];
        const known = new Set(values.map((each) => each.value));
        const absent = chosen[name].filter((value) => !known.has(value));
        return (
          <Facet
            key={name}
            heading={headings[name]}
            total={page.total}
            chosen={chosen[name]}
            closed={name === "country" && chosen.country.length === 0}
            values={[...values, ...absent.map((value) => ({ value, count: 0 }))].map((each) => ({
              ...each,
              label: label(name, each.value),
            }))}
            onChange={(next) => onChange(name, next)}
          />
        );
      })}
      <div className="facets-year">
        <Select
          label={t`Is or was a member of`}
          value={network}
          options={[{ value: "", label: t`Any network` }, ...networks]}
          onChange={onNetwork}
        />
      </div>
      {set > 0 ? (
        <Link href={none}>
          <Trans>Remove all filters</Trans>
        </Link>
      ) : null}
    </FilterColumn>
  );
}
