import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { type Box, placePlates } from "@/ui/map/place";
import { along, bow, project } from "@/ui/map/projection";
import land from "./land.json";

test("the land is what scripts/land.mjs draws", () => {
  expect(() => execFileSync("node", ["scripts/land.mjs", "--check"])).not.toThrow();
});

test("places lie where the design drew them", () => {
  const stuttgart = { latitude: 48.78232, longitude: 9.17702 };
  const wide = project(land.wide, stuttgart);
  expect(Math.hypot(wide.x - 772.9, wide.y - 139.3)).toBeLessThan(2);
  const kochi = project(land.wide, { latitude: 9.93988, longitude: 76.26022 });
  expect(Math.hypot(kochi.x - 1120.4, kochi.y - 368.1)).toBeLessThan(2);
});

test("an arc rises above its straight line and touches both ends", () => {
  const spots = along(bow({ x: 0, y: 100 }, { x: 200, y: 100 }), 50);
  expect(spots.every((spot) => spot.y < 100)).toBe(true);
  expect(spots[0]?.x).toBeLessThan(5);
  expect(spots.at(-1)?.x).toBeGreaterThan(195);
});

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test("plates of neighbouring cities keep clear of one another, of the words and of the edge", () => {
  const bounds = { x: 0, y: 0, width: 400, height: 300 };
  const words = { x: 0, y: 0, width: 200, height: 80 };
  const dots = [
    { x: 100, y: 100 },
    { x: 104, y: 102 },
    { x: 98, y: 106 },
    { x: 390, y: 290 },
  ];
  const boxes = placePlates(
    dots.map((at) => ({ at, width: 90, height: 26 })),
    { zones: [words], dots, lines: [], bounds },
  );
  expect(boxes).toHaveLength(4);
  for (const [index, box] of boxes.entries()) {
    expect(apart(box, words)).toBe(true);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(400);
    expect(box.y + box.height).toBeLessThanOrEqual(300);
    for (const other of boxes.slice(index + 1)) expect(apart(box, other)).toBe(true);
  }
});

test("a crowd of plates finds the spots that counting every cost of every spot gave", () => {
  const dots = Array.from({ length: 9 }, (_, i) => ({
    x: 150 + ((i * 37) % 110),
    y: 120 + ((i * 53) % 90),
  }));
  const boxes = placePlates(
    dots.map((at, i) => ({ at, width: 60 + 5 * i, height: i % 3 ? 26 : 38 })),
    {
      zones: [{ x: 0, y: 0, width: 200, height: 80 }],
      dots,
      lines: Array.from({ length: 40 }, (_, i) => ({ x: 10 * i, y: 80 + 3 * i })),
      bounds: { x: 7, y: 7, width: 386, height: 286 },
    },
  );
  expect(boxes.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [79, 135],
    [132, 196],
    [189, 97],
    [44, 192],
    [197, 149],
    [238, 192],
    [69, 82],
    [283, 118],
    [176, 231],
  ]);
});
