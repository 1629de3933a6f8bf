import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { MapDrawing, type Sign } from "@/ui/map/MapDrawing";
import { middleOf } from "@/ui/map/piece";
import type { Box } from "@/ui/map/place";
import { project } from "@/ui/map/projection";
import { useWidth } from "@/ui/useWidth";
import { type Network, networkQuery } from "../queries";
import { byCountry, citiesOf } from "./cities";
import land from "./land.json";

const wideScreen = "(min-width: 68.75rem)";

function useWideScreen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wideScreen);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(wideScreen).matches,
  );
}

type CityMapProps = {
  /** The network whose cities are shown. */
  slug: string;
  cityHref: (name: string) => string;
};

/** The cities of one network, with arcs from the place where it first met. */
export function CityMap({ slug, cityHref }: CityMapProps) {
  const network = useQuery(networkQuery(slug));
  const wide = useWideScreen();
  const [ref, width] = useWidth<HTMLDivElement>(land.wide.width);
  return (
    <div ref={ref} className={wide ? "map map-wide" : "map"}>
      {network.isError ? (
        <p className="map-failed" role="alert">
          <Trans>The cities could not be loaded. The search works.</Trans>
        </p>
      ) : null}
      {wide ? (
        <WideMap network={network.data} width={width} cityHref={cityHref} />
      ) : (
        <NarrowMap network={network.data} width={width} />
      )}
    </div>
  );
}

/** Where the words of the field stand; the drawing's right edge is the field's. */
function words(width: number): Box[] {
  const x = land.wide.width - width;
  return [
    { x, y: 0, width: 610, height: 205 },
    { x, y: 205, width: 480, height: 60 },
    { x, y: 525, width: 410, height: 195 },
  ];
}

type WideMapProps = { network?: Network; width: number; cityHref: CityMapProps["cityHref"] };

function WideMap({ network, width, cityHref }: WideMapProps) {
  const { t } = useLingui();
  const label = useMapLabel();
  const view = land.wide;
  const cities = network ? citiesOf(network) : [];
  const place = network?.founding_place;
  const year = place?.on.slice(0, 4);
  const signs = cities.map((city): Sign => {
    const at = project(view, city);
    const met = city.met ? [at] : [];
    return { key: city.name, name: city.name, at, dots: [at], met, href: cityHref(city.name) };
  });
  return (
    <MapDrawing
      view={view}
      unit={1}
      zones={words(width)}
      label={label(cities.length, byCountry(cities).length)}
      origin={
        network && place
          ? {
              key: "origin",
              name: place.name,
              note: t`first meeting, ${year}`,
              at: project(view, place),
              dots: [],
              met: [],
              href: `/networks/${network.slug}`,
            }
          : undefined
      }
      signs={signs}
    />
  );
}

function NarrowMap({ network, width }: { network?: Network; width: number }) {
  const language = useLanguage();
  const label = useMapLabel();
  const view = land.narrow;
  const groups = network ? byCountry(citiesOf(network)) : [];
  const count = groups.reduce((sum, group) => sum + group.cities.length, 0);
  const place = network?.founding_place;
  const signs = groups.map(({ country, cities }): Sign => {
    const dots = cities.map((city) => project(view, city));
    return {
      key: country,
      name: `${countryName(country, language)} ${cities.length}`,
      at: middleOf(dots),
      dots,
      met: cities.filter((city) => city.met).map((city) => project(view, city)),
      href: `/networks?country=${country}`,
    };
  });
  return (
    <MapDrawing
      view={view}
      unit={view.width / width}
      zones={[]}
      label={label(count, groups.length)}
      origin={
        network && place
          ? {
              key: "origin",
              name: countryName(place.country, language),
              at: project(view, place),
              dots: [],
              met: [],
              href: `/networks/${network.slug}`,
            }
          : undefined
      }
      signs={signs}
    />
  );
}

/** What the drawing is called, with its main numbers. */
function useMapLabel(): (cities: number, countries: number) => string {
  const { t } = useLingui();
  return (cities, countries) =>
    t`Map of ${cities} cities in ${countries} countries; the list of cities follows`;
}
