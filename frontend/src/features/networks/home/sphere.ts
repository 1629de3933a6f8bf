/** Distances and bearings between places, along the great circle. */
import type { Place } from "@/ui/map/projection";

const radius = 6371.0088;
const rad = Math.PI / 180;

export function kilometres(a: Place, b: Place): number {
  const north = Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2;
  const east = Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  const chord = north + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * east;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Degrees clockwise from north, at the start of the way. */
export function bearing(from: Place, to: Place): number {
  const east = (to.longitude - from.longitude) * rad;
  const [start, end] = [from.latitude * rad, to.latitude * rad];
  const y = Math.sin(east) * Math.cos(end);
  const x = Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(east);
  return (Math.atan2(y, x) / rad + 360) % 360;
}

export const points = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;
export type Point = (typeof points)[number];

export function compass(degrees: number): Point {
  return points[Math.round(degrees / 45) % 8] ?? "n";
}

/** The side of the signpost an arm is on: left for the west, right for the east. */
export function side(degrees: number): "left" | "right" {
  return degrees % 360 > 180 ? "left" : "right";
}

/** As far as a signpost says it: to ten kilometres, below a hundred to one. */
export function rounded(distance: number): number {
  return distance < 100 ? Math.round(distance) : Math.round(distance / 10) * 10;
}
