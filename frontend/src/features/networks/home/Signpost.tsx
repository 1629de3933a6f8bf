import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Select } from "@/ui/Fields";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { networkQuery } from "../queries";
import { type City, citiesOf } from "./cities";
import { useCompass } from "./compassWords";
import { bearing, compass, kilometres, rounded, side } from "./sphere";

type SignpostProps = {
  slug: string;
  /** The reader's city; without one, the first of the list. */
  chosen: string | undefined;
  onChoose: (name: string) => void;
  cityHref: (name: string) => string;
};

/** How far the other cities are, and in which direction. */
export function Signpost({ slug, chosen, onChoose, cityHref }: SignpostProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const network = useQuery(networkQuery(slug));
  const cities = network.data ? citiesOf(network.data) : [];
  const here = cities.find((city) => city.name === chosen) ?? cities[0];
  return (
    <section className="section post" id="signpost" aria-labelledby="signpost-title">
      <div>
        <h2 className="h2" id="signpost-title">
          <Trans>Your signpost</Trans>
        </h2>
        <p className="post-says">
          <Trans>
            Choose your city. The signpost shows how far its peers are, and in which direction: west
            on the left, east on the right.
          </Trans>
        </p>
        {here ? (
          <Select
            label={t`Your city`}
            value={here.name}
            options={cities.map((city) => ({
              value: city.name,
              label: `${city.name}, ${countryName(city.country, language)}`,
            }))}
            onChange={onChoose}
          />
        ) : null}
      </div>
      {network.isError ? (
        <ErrorState error={network.error} onRetry={() => void network.refetch()} />
      ) : here ? (
        <Arms here={here} others={cities.filter((city) => city !== here)} cityHref={cityHref} />
      ) : network.data ? (
        <EmptyState says={<Trans>No city of this network has a known place yet.</Trans>} />
      ) : (
        <Skeleton rows={10} />
      )}
    </section>
  );
}

type ArmsProps = { here: City; others: City[]; cityHref: (name: string) => string };

function Arms({ here, others, cityHref }: ArmsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const direction = useCompass();
  const start = here.name;
  const whole = new Intl.NumberFormat(language, { style: "unit", unit: "kilometer" });
  const arms = others
    .map((city) => ({ city, far: kilometres(here, city), degrees: bearing(here, city) }))
    .sort((a, b) => a.far - b.far);
  return (
    <ol className="sign" aria-label={t`Distances from ${start}`}>
      {arms.map(({ city, far, degrees }) => (
        <li key={city.name} className={`sign-${side(degrees)}`}>
          <Link className="arm" href={cityHref(city.name)}>
            <span>{city.name}</span>
            <small>
              {whole.format(rounded(far))} · {direction(compass(degrees))}
            </small>
          </Link>
        </li>
      ))}
    </ol>
  );
}
