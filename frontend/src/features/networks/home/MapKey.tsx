import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { PartialDate } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { EmptyState } from "@/ui/States";
import { Text } from "@/ui/Text";
import { networkQuery } from "../queries";
import { citiesOf } from "./cities";

type MapKeyProps = {
  slug: string;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
};

/** What the marks of the map mean, and its cities as a table. */
export function MapKey({ slug, asTable, onTable }: MapKeyProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data: network } = useQuery(networkQuery(slug));
  const cities = network ? citiesOf(network) : [];
  const place = network?.founding_place;
  const town = place?.name;
  const table = (
    <DataTable
      caption={t`The cities on the map`}
      rows={cities}
      rowKey={(city) => city.name}
      columns={[
        { key: "name", heading: t`City`, cell: (city) => city.name },
        {
          key: "country",
          heading: t`Country`,
          cell: (city) => countryName(city.country, language),
        },
        {
          key: "population",
          heading: t`Population`,
          number: true,
          cell: (city) =>
            city.population === null ? (
              <NotStated small />
            ) : (
              new Intl.NumberFormat(language).format(city.population)
            ),
        },
      ]}
    />
  );
  return (
    <>
      <div className="key">
        {network && place ? (
          <>
            <span>
              <svg width="34" height="12" aria-hidden="true">
                <path d="M1 11Q17-5 33 11" fill="none" stroke="currentColor" strokeWidth="2" />
              </svg>
              <Trans>
                first met in {town}, <PartialDate value={place.on} />
              </Trans>{" "}
              (<Text of={place.source.label} />)
            </span>
            <span>
              <svg width="12" height="12" aria-hidden="true">
                <circle cx="6" cy="6" r="4.2" fill="currentColor" />
              </svg>
              <Link href={`/networks/${network.slug}`}>
                <Trans>
                  partner city of the <Text of={network.label} />
                </Trans>
              </Link>
            </span>
          </>
        ) : null}
        {network ? (
          <TextButton aria-expanded={asTable} onClick={() => onTable(!asTable)}>
            {asTable ? <Trans>Hide the table</Trans> : <Trans>Show the cities as a table</Trans>}
          </TextButton>
        ) : null}
      </div>
      {network && cities.length === 0 ? (
        <EmptyState
          says={<Trans>No city of this network has a known place yet.</Trans>}
          why={<Trans>The map fills as soon as one is named.</Trans>}
        />
      ) : (
        <div className={asTable ? "key-table" : "print-only"}>{table}</div>
      )}
    </>
  );
}
