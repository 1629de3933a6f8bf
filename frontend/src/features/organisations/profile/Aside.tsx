import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { LazyMap } from "../LazyMap";
import type { Organisation } from "../queries";
import { Sources } from "../Sources";

/** Where it lies: a dot on the map, and the same in degrees. */
export function Place({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { latitude, longitude, slug, country, display } = organisation;
  const { name } = display;
  return (
    <section>
      <h2 className="h3">
        <Trans>Place</Trans>
      </h2>
      {latitude === null || longitude === null ? (
        <NotStated small>
          <Trans>place not stated</Trans>
        </NotStated>
      ) : (
        <>
          <LazyMap
            label={t`Map: where ${name} lies`}
            groups={new Map()}
            places={[
              {
                key: slug,
                name,
                latitude,
                longitude,
                city: organisation.kind === "municipality",
                group: country ?? "",
                href: country ? `/countries/${country}` : `/organisations/${slug}`,
              },
            ]}
          />
          <p className="small muted num">
            {country ? `${countryName(country, language)}, ` : null}
            <Degrees latitude={latitude} longitude={longitude} />
          </p>
        </>
      )}
    </section>
  );
}

function Degrees({ latitude, longitude }: { latitude: number; longitude: number }) {
  const digits = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  const [north, east] = [digits.format(latitude), digits.format(longitude)];
  return (
    <Trans>
      latitude {north}°, longitude {east}°
    </Trans>
  );
}

/** What else it is called. */
export function Aliases({ organisation: { aliases } }: { organisation: Organisation }) {
  if (aliases.length === 0) return null;
  return (
    <section>
      <h2 className="h3">
        <Trans>Also called</Trans>
      </h2>
      <p className="small">{aliases.join(", ")}</p>
    </section>
  );
}

/** Where this record comes from, and how to have it as data. */
export function Origin({ organisation }: { organisation: Organisation }) {
  return (
    <section>
      <h2 className="h3">
        <Trans>Sources</Trans>
      </h2>
      <Sources sources={organisation.sources} />
      <p className="small">
        <Link href={`/api/v1/organisations/${organisation.slug}`}>JSON</Link> ·{" "}
        <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
      </p>
    </section>
  );
}
