import { useWidth } from "../useWidth";
import { MapDrawing, type Sign } from "./MapDrawing";
import { middleOf, pieceAround } from "./piece";
import { type Place, project } from "./projection";
import world from "./world.json";

export type MappedPlace = Place & {
  key: string;
  name: string;
  href: string;
  group: string;
  /** Only a city has a plate; anything else is a dot. */
  city: boolean;
};

export type MappedGroup = { name: string; href: string };

type PlacesMapProps = {
  places: readonly MappedPlace[];
  /** The plates that stand for several places where they would not fit one by one. */
  groups: ReadonlyMap<string, MappedGroup>;
  /** Says the main numbers. */
  label: string;
};

const MOST_PLATES = 16;
const PIXELS_A_PLATE = 44;

/** The piece of the world where the places lie; beside it stands a table of the same places. */
export function PlacesMap({ places, groups, label }: PlacesMapProps) {
  const [ref, width] = useWidth<HTMLDivElement>(1136);
  const view = world.whole;
  const dots = places.map((place) => ({ ...place, at: project(view, place) }));
  const part = pieceAround(
    dots.map((dot) => dot.at),
    view,
    width < 640 ? 0.85 : 0.46,
  );
  const cities = dots.filter((dot) => dot.city);
  const single = cities.length <= Math.min(MOST_PLATES, width / PIXELS_A_PLATE);
  const signs = single
    ? cities.map(({ key, name, href, at }): Sign => ({ key, name, href, at, dots: [at], met: [] }))
    : [...groups].flatMap(([key, { name, href }]): Sign[] => {
        const own = dots.filter((dot) => dot.group === key).map((dot) => dot.at);
        if (own.length === 0) return [];
        const title = `${name} ${own.length}`;
        return [{ key, name: title, href, at: middleOf(own), dots: own, met: [] }];
      });
  const bare = single ? dots.filter((dot) => !dot.city).map((dot) => dot.at) : [];
  return (
    <div ref={ref} className="map map-places">
      <MapDrawing
        view={view}
        part={part}
        unit={part.width / width}
        zones={[]}
        label={label}
        signs={signs}
        bare={bare}
      />
    </div>
  );
}
