import { Trans } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Plate } from "@/ui/Plate";
import type { OrganisationItem } from "../queries";
import { useWord } from "../words";

/** Rows under a rule: a city by its plate, anything else by its name; kind, country, people. */
export function OrganisationList({ items }: { items: readonly OrganisationItem[] }) {
  const word = useWord();
  const language = useLanguage();
  return (
    <ul className="organisation-rows">
      {items.map((item) => {
        const { name, language: served } = item.display;
        const href = `/organisations/${item.slug}`;
        const lang = served === language ? undefined : served;
        const town = item.kind === "municipality";
        return (
          <li key={item.id}>
            <h3 className={town ? "organisation-name" : "h3 organisation-name"}>
              {town ? (
                <Plate href={href} lang={lang}>
                  {name}
                </Plate>
              ) : (
                <Link href={href} lang={lang}>
                  {name}
                </Link>
              )}
            </h3>
            <p className="small muted">{word("organisation_kind", item.kind)}</p>
            <p className="small">
              {item.country ? (
                <Link href={`/countries/${item.country}`}>
                  {countryName(item.country, language)}
                </Link>
              ) : (
                <NotStated small>
                  <Trans>country not stated</Trans>
                </NotStated>
              )}
            </p>
            <p className="small organisation-people">
              {item.population !== null ? (
                <People count={item.population} />
              ) : town ? (
                <NotStated small>
                  <Trans>population not stated</Trans>
                </NotStated>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function People({ count }: { count: number }) {
  const digits = new Intl.NumberFormat(useLanguage()).format(count);
  return (
    <Trans>
      <b className="num">{digits}</b> people
    </Trans>
  );
}
