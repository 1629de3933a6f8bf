import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import { LazyMap } from "../LazyMap";
import { Period } from "../Period";
import type { Country, Membership } from "../queries";
import { usePart, useWord } from "../words";
import { byKind, byNetwork } from "./records";

/** The cities of a country: on the map, then by name. */
export function Cities({ country }: { country: Country }) {
  const { t } = useLingui();
  const { cities, code } = country;
  const count = cities.length;
  const places = cities.flatMap(({ slug, display, latitude, longitude }) =>
    latitude === null || longitude === null
      ? []
      : [
          {
            key: slug,
            name: display.name,
            href: `/organisations/${slug}`,
            latitude,
            longitude,
            group: code,
            city: true,
          },
        ],
  );
  const mapped = places.length;
  const missing = count - mapped;
  if (count === 0) {
    return (
      <p>
        <NotStated>
          <Trans>No city is stated</Trans>
        </NotStated>
      </p>
    );
  }
  return (
    <>
      {mapped > 0 ? (
        <LazyMap
          places={places}
          groups={
            new Map([
              [
                code,
                { name: country.name, href: `/organisations?country=${code}&kind=municipality` },
              ],
            ])
          }
          label={t`Map of ${mapped} cities; the list of cities follows`}
        />
      ) : null}
      <ul className="plate-list" aria-label={t`Cities`}>
        {cities.map(({ slug, display }) => (
          <li key={slug}>
            <Plate href={`/organisations/${slug}`}>{display.name}</Plate>
          </li>
        ))}
      </ul>
      {missing > 0 ? (
        <p className="small muted">
          <Plural
            value={missing}
            one="# city is not on the map: its place is not stated."
            other="# cities are not on the map: their place is not stated."
          />
        </p>
      ) : null}
    </>
  );
}

/** Everyone else, by kind. */
export function Others({ others }: { others: Country["others"] }) {
  const word = useWord();
  return (
    <dl className="kind-rows">
      {byKind(others).map(([kind, items]) => (
        <div key={kind} className="kind-row">
          <dt>{word("organisation_kind", kind)}</dt>
          <dd>
            <ul>
              {items.map(({ slug, display }) => (
                <li key={slug}>
                  <Link href={`/organisations/${slug}`}>{display.name}</Link>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The networks that the country or someone in it belongs to today. */
export function Networks({ memberships }: { memberships: Country["memberships"] }) {
  const part = usePart();
  return (
    <ul className="membership-rows">
      {byNetwork(memberships).map(({ network, state, others }) => (
        <li key={network.slug}>
          <div>
            <h3 className="h3">
              <Link href={`/networks/${network.slug}/members`}>
                <Text of={network.name} />
              </Link>
            </h3>
            {state ? (
              <p className="small">
                <Trans>The country itself:</Trans> {part(state.role, state.state)}{" "}
                <Period from={state.valid_from} to={state.valid_to} observed={state.observed_on} />
              </p>
            ) : null}
          </div>
          <ul className="name-list small">
            {others.map((each) => (
              <li key={each.id}>
                <Who membership={each} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Who({ membership: { organisation, name } }: { membership: Membership }) {
  if (!organisation) return name;
  return (
    <Link href={`/organisations/${organisation.slug}`}>
      <Text of={organisation.label} />
    </Link>
  );
}
