import type { Box, Spot } from "@/ui/map/place";
import { placeAt, type View } from "@/ui/map/projection";

export const DEEPEST = 7;
/** Degrees from which a piece is as wide as the world: the drawing ends a little before its edge. */
const NEARLY_ALL = 359;
/** Spots across and down a piece by which its bounds are known: meridians are bent. */
const STEPS = [0, 0.25, 0.5, 0.75, 1];

export type Look = Spot & { zoom: number };

/** What the address looks at, where it can be meant. */
export function lookOf(at: string | undefined, view: View): Look | undefined {
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = (at ?? "").split(",").map(Number);
  const meant = x >= 0 && x <= view.width && y >= 0 && y <= view.height;
  return meant && zoom >= 0 && zoom <= DEEPEST ? { x, y, zoom: Math.floor(zoom) } : undefined;
}

export function written({ x, y }: Spot, zoom: number): string {
  return `${x.toFixed(0)},${y.toFixed(0)},${zoom}`;
}

/** So near that all its places are still seen, and nearer than before. */
export function closer(spots: readonly Spot[], zoom: number, view: View): string {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const wanted = Math.max(right - left, (bottom - top) * 2, 1) * 1.6;
  const fitting = spots.length > 1 ? Math.floor(Math.log2(view.width / wanted)) : zoom + 2;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return written(middle, Math.min(Math.max(fitting, zoom + 1), DEEPEST));
}

/** A piece of the drawing in degrees, as `west,south,east,north`; west lies beyond east across the date line. */
export function boundsOf(view: View, piece: Box): string {
  const places = STEPS.flatMap((across) =>
    STEPS.map((down) =>
      placeAt(view, { x: piece.x + piece.width * across, y: piece.y + piece.height * down }),
    ),
  );
  const from = places.map((place) => place.longitude);
  const up = places.map((place) => place.latitude);
  const [west, east] = [Math.min(...from), Math.max(...from)];
  const bounds =
    east - west >= NEARLY_ALL
      ? [-180, Math.min(...up), 180, Math.max(...up)]
      : [around(west), Math.min(...up), around(east), Math.max(...up)];
  return bounds.map((degrees) => degrees.toFixed(3)).join(",");
}

/** The same meridian between -180 and 180. */
function around(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
