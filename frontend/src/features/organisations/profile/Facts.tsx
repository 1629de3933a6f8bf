import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { FactBar } from "@/ui/FactBar";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Organisation } from "../queries";
import { useWord } from "../words";

/** Kind, country, people, what it is part of, and what came after it. */
export function Facts({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  const { kind, country, population, parent, successor, website } = organisation;
  const facts = [
    { term: t`Kind`, value: word("organisation_kind", kind) },
    {
      term: t`Country`,
      value: country ? (
        <Link href={`/countries/${country}`}>{countryName(country, language)}</Link>
      ) : (
        <NotStated />
      ),
    },
  ];
  if (population !== null || kind === "municipality") {
    facts.push({
      term: t`People`,
      value:
        population === null ? (
          <NotStated />
        ) : (
          <>
            <span className="num">{new Intl.NumberFormat(language).format(population)}</span>{" "}
            <PopulationSource organisation={organisation} />
          </>
        ),
    });
  }
  if (parent) facts.push({ term: t`Part of`, value: <Named organisation={parent} /> });
  if (successor) facts.push({ term: t`Succeeded by`, value: <Named organisation={successor} /> });
  if (website) {
    const shown = website.replace(/^https?:\/\//, "").replace(/\/$/, "");
    facts.push({ term: t`Website`, value: <a href={website}>{shown}</a> });
  }
  return <FactBar facts={facts} />;
}

function Named({ organisation }: { organisation: NonNullable<Organisation["parent"]> }) {
  return (
    <Link href={`/organisations/${organisation.slug}`}>
      <Text of={organisation.label} />
    </Link>
  );
}

/** Only where the record itself names GeoNames among its sources. */
function PopulationSource({ organisation }: { organisation: Organisation }) {
  const { geonames_id: id, sources } = organisation;
  const named = sources.some(({ url }) => url?.startsWith("https://www.geonames.org"));
  if (id === null || !named) return null;
  return (
    <small className="fact-source">
      <Trans>
        after <a href={`https://www.geonames.org/${id}`}>GeoNames</a>
      </Trans>
    </small>
  );
}
