import type { Box, Spot } from "./place";
import type { View } from "./projection";

/** A smaller piece of the world would not be known again. */
const LEAST = 420;
const MARGIN = 0.24;

/** The piece of a drawing that holds all spots with room around them, in the shape asked for. */
export function pieceAround(spots: readonly Spot[], view: View, shape: number): Box {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const needed = Math.max(right - left, (bottom - top) / shape) * (1 + 2 * MARGIN);
  const width = Math.min(Math.max(needed, LEAST), view.width);
  const height = Math.min(width * shape, view.height);
  return {
    x: within((left + right - width) / 2, view.width - width),
    y: within((top + bottom - height) / 2, view.height - height),
    width,
    height,
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** The spot nearest to the middle of all: there their common plate is tied. */
export function middleOf(spots: readonly Spot[]): Spot {
  const mean = (axis: "x" | "y") => spots.reduce((sum, dot) => sum + dot[axis], 0) / spots.length;
  const middle = { x: mean("x"), y: mean("y") };
  const far = (dot: Spot) => Math.hypot(dot.x - middle.x, dot.y - middle.y);
  return spots.reduce((best, dot) => (far(dot) < far(best) ? dot : best), spots[0] ?? middle);
}

/** The piece of this width around a spot, in the shape asked for, within the drawing. */
export function pieceAt(spot: Spot, width: number, view: View, shape: number): Box {
  const [across, down] = [Math.min(width, view.width), Math.min(width * shape, view.height)];
  return {
    x: within(spot.x - across / 2, view.width - across),
    y: within(spot.y - down / 2, view.height - down),
    width: across,
    height: down,
  };
}
