import { expect, test } from "vitest";
import { bearing, compass, kilometres, rounded, side } from "./sphere";

const kochi = { latitude: 9.93988, longitude: 76.26022 };
const hortolandia = { latitude: -22.85833, longitude: -47.22 };
const bhubaneswar = { latitude: 20.27241, longitude: 85.83385 };

test("distances follow the great circle", () => {
  expect(rounded(kilometres(kochi, hortolandia))).toBe(13850);
  expect(rounded(kilometres(kochi, bhubaneswar))).toBe(1540);
  expect(kilometres(kochi, kochi)).toBe(0);
  expect(kilometres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
    Math.PI * 6371.0088,
  );
});

test("bearings turn clockwise from north", () => {
  const origin = { latitude: 0, longitude: 0 };
  expect(bearing(origin, { latitude: 10, longitude: 0 })).toBeCloseTo(0);
  expect(bearing(origin, { latitude: 0, longitude: 10 })).toBeCloseTo(90);
  expect(bearing(origin, { latitude: -10, longitude: 0 })).toBeCloseTo(180);
  expect(bearing(origin, { latitude: 0, longitude: -10 })).toBeCloseTo(270);
  // Across the date line the short way counts.
  expect(bearing({ latitude: 0, longitude: 179 }, { latitude: 0, longitude: -179 })).toBeCloseTo(
    90,
  );
});

test("west hangs on the left, east on the right", () => {
  expect(side(bearing(kochi, hortolandia))).toBe("left");
  expect(side(bearing(kochi, bhubaneswar))).toBe("right");
  expect([0, 44, 46, 181, 300, 359].map(compass)).toEqual(["n", "ne", "ne", "s", "nw", "n"]);
});

test("short ways keep their kilometres", () => {
  expect(rounded(6.4)).toBe(6);
  expect(rounded(104.9)).toBe(100);
});
