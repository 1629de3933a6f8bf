import { expect, it } from "vitest";
import { pieceAt } from "@/ui/map/piece";
import { project } from "@/ui/map/projection";
import world from "@/ui/map/world.json";
import { boundsOf, closer, DEEPEST, lookOf } from "./look";

const view = world.whole;
const kochi = { latitude: 9.93988, longitude: 76.26022 };

it("bounds a piece of the drawing in degrees, so that what is seen lies within", () => {
  const spot = project(view, kochi);
  for (const zoom of [1, 3, DEEPEST]) {
    const piece = pieceAt(spot, view.width / 2 ** zoom, view, 0.56);
    const [west = 0, south = 0, east = 0, north = 0] = boundsOf(view, piece).split(",").map(Number);
    expect(south).toBeLessThan(kochi.latitude);
    expect(north).toBeGreaterThan(kochi.latitude);
    expect(west).toBeLessThan(kochi.longitude);
    expect(east).toBeGreaterThan(kochi.longitude);
  }
});

it("bounds the whole drawing by the whole world", () => {
  const whole = { x: 0, y: 0, width: view.width, height: view.height };
  const [west = 0, south = 0, east = 0, north = 0] = boundsOf(view, whole).split(",").map(Number);
  expect([west, east]).toEqual([-180, 180]);
  expect(south).toBeLessThan(-50);
  expect(north).toBeGreaterThan(70);
});

it("leads always closer, and reads only what can be meant", () => {
  const spot = { x: 300, y: 200 };
  expect(lookOf(closer([spot], 2, view), view)).toEqual({ ...spot, zoom: 4 });
  expect(closer([spot], DEEPEST, view)).toBe(`300,200,${DEEPEST}`);
  expect(lookOf("300,200,90", view)).toBeUndefined();
  expect(lookOf("here", view)).toBeUndefined();
});
