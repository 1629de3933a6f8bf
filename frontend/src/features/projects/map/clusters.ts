import type { Spot } from "@/ui/map/place";

export type Spotted = { key: string; country: string; name: string; at: Spot; count: number };
export type Cluster<Place extends Spotted> = { places: Place[]; count: number };

/** How near two plates may stand, in pixels, before one stands for both. */
const ACROSS = 96;
const DOWN = 46;

/**
 * The places gathered where their plates would not fit side by side: the largest first, so that the picture is the
 * same on each visit. `unit` is what a pixel of the screen is in the drawing.
 */
export function clustersOf<Place extends Spotted>(
  places: readonly Place[],
  unit: number,
): Cluster<Place>[] {
  const clusters: (Cluster<Place> & { at: Spot })[] = [];
  const ordered = [...places].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
  for (const place of ordered) {
    const near = clusters.find(
      ({ at }) =>
        Math.abs(at.x - place.at.x) < ACROSS * unit && Math.abs(at.y - place.at.y) < DOWN * unit,
    );
    if (near) {
      near.places.push(place);
      near.count += place.count;
    } else clusters.push({ at: place.at, places: [place], count: place.count });
  }
  return clusters;
}

/** The one country a cluster stands for whole; none where it has a part of one or of several. */
export function wholeCountry(
  cluster: Cluster<Spotted>,
  places: readonly Spotted[],
): string | undefined {
  const country = cluster.places[0]?.country;
  const same = cluster.places.every((place) => place.country === country);
  const own = places.filter((place) => place.country === country).length;
  return country && same && own === cluster.places.length && own > 1 ? country : undefined;
}
