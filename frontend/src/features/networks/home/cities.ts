import type { Place } from "@/ui/map/projection";
import type { Network } from "../queries";

export type City = Place & {
  name: string;
  country: string;
  population: number | null;
  /** Took part in the founding meeting. */
  met: boolean;
};

/** The municipalities named as members whose place is known, by country, then name. */
export function citiesOf(network: Network): City[] {
  const met = new Set(network.founding_place?.participants);
  return network.members
    .flatMap(({ kind, name, country, latitude, longitude, population }): City[] =>
      kind === "municipality" && country && latitude !== null && longitude !== null
        ? [{ name, country, latitude, longitude, population, met: met.has(name) }]
        : [],
    )
    .sort((a, b) => a.country.localeCompare(b.country) || a.name.localeCompare(b.name));
}

export type CountryGroup = { country: string; cities: City[] };

export function byCountry(cities: City[]): CountryGroup[] {
  const groups = new Map<string, City[]>();
  for (const city of cities) groups.set(city.country, [...(groups.get(city.country) ?? []), city]);
  return [...groups].map(([country, members]) => ({ country, cities: members }));
}
