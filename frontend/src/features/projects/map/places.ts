import type { MappedPlace } from "../queries";

/** A place, or the one with most projects of several that lie near one another. */
export type ProjectPlace = MappedPlace & {
  /** Names its row in the table. */
  key: string;
};

/** The places of an answer, each with a name for its row; two may have other names at the same spot. */
export function placesOf(items: readonly MappedPlace[]): ProjectPlace[] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const { latitude, longitude } = item;
    const spot = `place${latitude.toFixed(3)}_${longitude.toFixed(3)}`.replaceAll(".", "d");
    const time = (times.get(spot) ?? 0) + 1;
    times.set(spot, time);
    return { ...item, key: time > 1 ? `${spot}_${time}` : spot };
  });
}

/** The name of a place that the address filters by. */
export function placeName(value: string): string {
  return value.split("_").slice(3).join("_");
}
