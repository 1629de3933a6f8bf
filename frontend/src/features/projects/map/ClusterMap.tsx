import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { MapDrawing, type Sign } from "@/ui/map/MapDrawing";
import { middleOf, pieceAround, pieceAt } from "@/ui/map/piece";
import type { Box, Spot } from "@/ui/map/place";
import { project } from "@/ui/map/projection";
import world from "@/ui/map/world.json";
import { useWidth } from "@/ui/useWidth";
import { clustersOf, wholeCountry } from "./clusters";
import type { ProjectPlace } from "./places";

type ClusterMapProps = {
  places: readonly ProjectPlace[];
  /** What is looked at, as `x,y,zoom` of the drawing; all places without one. */
  at: string | undefined;
  /** The address of the map that looks there. */
  look: (at: string | undefined) => string;
  /** The address of a place's row in the table. */
  row: (key: string) => string;
  label: string;
};

const DEEPEST = 7;
/** On phones fewer plates have room. */
const NARROWER = 1.3;
const view = world.whole;

/** The piece of the world where the projects are; a plate that stands for several places leads closer to them. */
export function ClusterMap({ places, at, look, row, label }: ClusterMapProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [ref, width] = useWidth<HTMLDivElement>(832);
  const narrow = width < 640;
  const shape = narrow ? 0.95 : 0.56;
  const dots = places.map((place) => ({
    ...place,
    at: project(view, place),
    count: place.projects.length,
  }));
  const all = pieceAround(
    dots.map((dot) => dot.at),
    view,
    shape,
  );
  const looked = lookOf(at);
  const part = looked ? pieceAt(looked, view.width / 2 ** looked.zoom, view, shape) : all;
  const unit = part.width / width;
  const seen = dots.filter((dot) => holds(part, dot.at));
  const zoom = looked?.zoom ?? Math.floor(Math.log2(view.width / all.width));
  const signs = clustersOf(seen, narrow ? unit * NARROWER : unit).map((cluster): Sign => {
    const { count } = cluster;
    const [largest] = cluster.places;
    const spots = cluster.places.map((place) => place.at);
    const country = wholeCountry(cluster, dots);
    const lands = new Set(cluster.places.map((place) => place.country)).size;
    const others = cluster.places.length - 1;
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
      href: alone && largest ? row(largest.key) : look(closer(spots, zoom)),
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

/** What the address looks at, where it can be meant. */
function lookOf(at: string | undefined): (Spot & { zoom: number }) | undefined {
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = (at ?? "").split(",").map(Number);
  const meant = x >= 0 && x <= view.width && y >= 0 && y <= view.height;
  return meant && zoom >= 0 && zoom <= DEEPEST ? { x, y, zoom: Math.floor(zoom) } : undefined;
}

function written({ x, y }: Spot, zoom: number): string {
  return `${x.toFixed(0)},${y.toFixed(0)},${zoom}`;
}

/** So near that all its places are still seen, and nearer than before. */
function closer(spots: readonly Spot[], zoom: number): string {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const wanted = Math.max(right - left, (bottom - top) * 2, 1) * 1.6;
  const fitting = Math.floor(Math.log2(view.width / wanted));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return written(middle, Math.min(Math.max(fitting, zoom + 1), DEEPEST));
}

function holds(box: Box, { x, y }: Spot): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
