import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { MapDrawing, type Sign } from "@/ui/map/MapDrawing";
import { middleOf, pieceAround, pieceAt } from "@/ui/map/piece";
import type { Box, Spot } from "@/ui/map/place";
import { project } from "@/ui/map/projection";
import world from "@/ui/map/world.json";
import { useWidth } from "@/ui/useWidth";
import { type Asked, mapQuery } from "../queries";
import { clustersOf, wholeCountry } from "./clusters";
import { boundsOf, closer, DEEPEST, lookOf, written } from "./look";
import { type ProjectPlace, placesOf } from "./places";

type ClusterMapProps = {
  asked: Asked;
  places: readonly ProjectPlace[];
  /** What is looked at, as `x,y,zoom` of the drawing; all places without one. */
  at: string | undefined;
  /** The address of the map that looks there. */
  look: (at: string | undefined) => string;
  /** The address of a place's row in the table. */
  row: (key: string) => string;
  /** The address of the list of a place's projects. */
  list: (value: string) => string;
  label: string;
};

/** On phones fewer plates have room. */
const NARROWER = 1.3;
const view = world.whole;

/** The piece of the world where the projects are; a plate that stands for several places leads closer to them. */
export function ClusterMap({ asked, places, at, look, row, list, label }: ClusterMapProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [ref, width] = useWidth<HTMLDivElement>(832);
  const narrow = width < 640;
  const shape = narrow ? 0.95 : 0.56;
  const looked = lookOf(at, view);
  const gathered = places.some((place) => place.places > 1);
  const near = looked && pieceAt(looked, view.width / 2 ** looked.zoom, view, shape);
  const within = near && gathered ? boundsOf(view, near) : undefined;
  const parted = useQuery({ ...mapQuery(asked, within), enabled: within !== undefined });
  const shown = within && parted.data ? placesOf(parted.data.items) : places;
  const dots = shown.map((place) => ({ ...place, at: project(view, place) }));
  const part =
    near ??
    pieceAround(
      dots.map((dot) => dot.at),
      view,
      shape,
    );
  const unit = part.width / width;
  const seen = dots.filter((dot) => holds(part, dot.at));
  const zoom = looked?.zoom ?? Math.floor(Math.log2(view.width / part.width));
  const signs = clustersOf(seen, narrow ? unit * NARROWER : unit).map((cluster): Sign => {
    const { count } = cluster;
    const [largest] = cluster.places;
    const spots = cluster.places.map((place) => place.at);
    const country = wholeCountry(cluster, dots);
    const lands = new Set(cluster.places.map((place) => place.country)).size;
    const others = cluster.places.reduce((sum, place) => sum + place.places, -1);
    const first = largest?.name ?? "";
    const several = others > 0 ? `${first} +${others}` : first;
    const alone = others === 0 || zoom >= DEEPEST;
    return {
      key: largest?.key ?? "",
      name: country
        ? countryName(country, language)
        : lands > 1
          ? t`${plural(lands, { one: "# country", other: "# countries" })}`
          : several,
      note: t`${plural(count, { one: "# project", other: "# projects" })}`,
      at: middleOf(spots),
      dots: spots,
      met: [],
      href:
        alone && largest
          ? within
            ? list(largest.value)
            : row(largest.key)
          : look(closer(spots, zoom, view)),
    };
  });
  const middle = { x: part.x + part.width / 2, y: part.y + part.height / 2 };
  return (
    <>
      <div ref={ref} className="map map-places">
        <MapDrawing view={view} part={part} unit={unit} zones={[]} label={label} signs={signs} />
      </div>
      <p className="map-looks no-print">
        {zoom < DEEPEST ? (
          <Link href={look(written(middle, zoom + 1))}>
            <Trans>Closer</Trans>
          </Link>
        ) : null}
        {zoom > 0 ? (
          <Link href={look(written(middle, zoom - 1))}>
            <Trans>Further away</Trans>
          </Link>
        ) : null}
        {looked ? (
          <Link href={look(undefined)}>
            <Trans>Whole map</Trans>
          </Link>
        ) : null}
      </p>
    </>
  );
}

function holds(box: Box, { x, y }: Spot): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
