import { Trans } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import type { Match } from "../queries";

type CityProps = Pick<Match, "organisation"> & {
  country?: string | null;
  km?: number | null;
  /** Left out of the matches: a dashed plate. */
  open?: boolean;
};

/** The plate of an organisation, with its country and how far away it is. */
export function City({ organisation, country, km, open }: CityProps) {
  const language = useLanguage();
  const far = typeof km === "number" ? new Intl.NumberFormat(language).format(km) : "";
  return (
    <>
      <Plate href={`/organisations/${organisation.slug}`} {...(open ? { variant: "open" } : {})}>
        <Text of={organisation.label} />
      </Plate>
      {country ? (
        <span className="muted small">
          {countryName(country, language)}
          {far ? (
            <>
              , <Trans>{far} km</Trans>
            </>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
