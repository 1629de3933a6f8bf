import { geoEqualEarth } from "d3-geo";
import type { Spot } from "./place";

export type Place = { latitude: number; longitude: number };

export type View = {
  width: number;
  height: number;
  rotate: number;
  scale: number;
  x: number;
  y: number;
  land: string;
};

/** Where a place lies on one of the drawings that scripts/land.mjs made. */
export function project(view: View, { latitude, longitude }: Place): Spot {
  const projection = geoEqualEarth()
    .rotate([view.rotate, 0])
    .scale(view.scale)
    .translate([view.x, view.y]);
  const [x, y] = projection([longitude, latitude]) ?? [view.x, view.y];
  return { x, y };
}

/** The place at a spot; beyond the edge of the world the nearest within. Longitudes may pass 180. */
export function placeAt(view: View, { x, y }: Spot): Place {
  const upright = geoEqualEarth().scale(view.scale).translate([view.x, view.y]);
  const [longitude = 0, latitude = Number.NaN] = upright.invert?.([x, y]) ?? [];
  const pole = y < view.y ? 90 : -90;
  return {
    latitude: Number.isNaN(latitude) ? pole : latitude,
    longitude: Math.min(Math.max(longitude || 0, -180), 180) - view.rotate,
  };
}

export type Arc = { start: Spot; bend: Spot; end: Spot };

/** A bow from place to place that rises above the straight line. */
export function bow(start: Spot, end: Spot): Arc {
  const lift = Math.hypot(end.x - start.x, end.y - start.y) * 0.06;
  return {
    start,
    end,
    bend: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - lift },
  };
}

export function path({ start, bend, end }: Arc): string {
  const [a, b, c] = [start, bend, end].map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${a}Q${b} ${c}`;
}

/** Points along the bow. */
export function along({ start, bend, end }: Arc, count = 24): Spot[] {
  return Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    const mix = (from: number, via: number, to: number) =>
      (1 - t) ** 2 * from + 2 * (1 - t) * t * via + t ** 2 * to;
    return { x: mix(start.x, bend.x, end.x), y: mix(start.y, bend.y, end.y) };
  });
}
