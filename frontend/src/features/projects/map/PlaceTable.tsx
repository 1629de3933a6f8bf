import { Plural, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { classes } from "@/ui/classes";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import { useWord } from "../words";
import type { ProjectPlace } from "./places";

type PlaceTableProps = {
  places: readonly ProjectPlace[];
  /** The address of the list of a place's projects. */
  list: (value: string) => string;
  /** The place that the address names: a plate of the map led here. */
  marked: string;
};

/** What the map shows, to be read: each place with its country and its projects. */
export function PlaceTable({ places, list, marked }: PlaceTableProps) {
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  useEffect(() => {
    if (marked) document.getElementById(marked)?.focus();
  }, [marked]);
  const { compare } = new Intl.Collator(language);
  const land = (place: ProjectPlace) => (place.country ? countryName(place.country, language) : "");
  const rows = [...places].sort(
    (a, b) => compare(land(a), land(b)) || compare(a.name, b.name) || compare(a.key, b.key),
  );
  return (
    <DataTable
      caption={t`Places with their projects`}
      silentCaption
      rows={rows}
      rowKey={(place) => place.key}
      columns={[
        {
          key: "place",
          heading: t`Place`,
          cell: (place) => (
            <span
              id={place.key}
              className={classes("place-row", place.key === marked && "is-marked")}
              tabIndex={-1}
            >
              <Plate>{place.name}</Plate>
              {place.places > 1 ? (
                <span className="small muted">
                  {" "}
                  <Plural
                    value={place.places - 1}
                    one="and # place near it"
                    other="and # places near it"
                  />
                </span>
              ) : null}
            </span>
          ),
        },
        { key: "country", heading: t`Country`, cell: land },
        {
          key: "projects",
          heading: t`Projects`,
          cell: (place) => (
            <ul className="place-projects">
              {place.projects.map(({ id, title, maturity }) => (
                <li key={id}>
                  <Link href={`/projects/${id}`}>
                    <Text of={title} />
                  </Link>
                  {maturity ? (
                    <span className="small muted">, {word("maturity", maturity)}</span>
                  ) : null}
                </li>
              ))}
              {place.count > place.projects.length ? (
                <li>
                  <Whole place={place} list={list} />
                </li>
              ) : null}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** How many projects a place has, as the way to all of them; several places have no list of their own. */
function Whole({ place, list }: { place: ProjectPlace; list: PlaceTableProps["list"] }) {
  const all = <Plural value={place.count} one="# project" other="All # projects" />;
  return place.places > 1 ? all : <Link href={list(place.value)}>{all}</Link>;
}
