import { expect, test } from "vitest";
import { middleOf, pieceAround } from "./piece";
import { project } from "./projection";
import world from "./world.json";

const fortaleza = { latitude: -3.71722, longitude: -38.54306 };
const kochi = { latitude: 9.93988, longitude: 76.26022 };

test("the piece holds every spot and stays in the world", () => {
  const spots = [fortaleza, kochi].map((place) => project(world.whole, place));
  const piece = pieceAround(spots, world.whole, 0.46);
  for (const { x, y } of spots) {
    expect(x).toBeGreaterThan(piece.x);
    expect(x).toBeLessThan(piece.x + piece.width);
    expect(y).toBeGreaterThan(piece.y);
    expect(y).toBeLessThan(piece.y + piece.height);
  }
  expect(piece.x).toBeGreaterThanOrEqual(0);
  expect(piece.x + piece.width).toBeLessThanOrEqual(world.whole.width);
});

test("one spot alone keeps enough land around it to be known again", () => {
  const piece = pieceAround([project(world.whole, kochi)], world.whole, 0.5);
  expect(piece.width).toBeGreaterThan(400);
  expect(piece.height).toBeCloseTo(piece.width / 2);
});

test("a common plate is tied to a real spot near the middle", () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 9, y: 1 },
    { x: 20, y: 0 },
  ];
  expect(middleOf(spots)).toBe(spots[1]);
});
