import { expect, it } from "vitest";
import type { Feature } from "../queries";
import { clustersOf, wholeCountry } from "./clusters";
import { placesOf } from "./places";

const spot = (key: string, country: string, x: number, count = 1) => ({
  key,
  country,
  name: key,
  at: { x, y: 0 },
  count,
});
const places = [
  spot("kochi", "IN", 300, 8),
  spot("bonn", "DE", 100),
  spot("cologne", "DE", 101, 4),
];

it("gathers what lies near, the largest first, and parts it again when one looks closer", () => {
  const far = clustersOf(places, 1);
  expect(far.map(({ count }) => count)).toEqual([8, 5]);
  expect(far[1]?.places.map(({ name }) => name)).toEqual(["cologne", "bonn"]);
  expect(clustersOf(places, 0.001)).toHaveLength(3);
});

it("names a country only where the cluster holds all its places", () => {
  const [kochi, rhine] = clustersOf(places, 1);
  expect(rhine && wholeCountry(rhine, places)).toBe("DE");
  expect(kochi && wholeCountry(kochi, places)).toBeUndefined();
  const more = [...places, spot("berlin", "DE", 900)];
  expect(rhine && wholeCountry(rhine, more)).toBeUndefined();
});

it("shows each place once and counts projects without a place", () => {
  const feature = (id: string, at: [number, number] | null): Feature => ({
    geometry: at && { coordinates: at },
    properties: { id, title: { en: id }, country: "IN", maturity: null, place: "Kochi" },
  });
  const found = placesOf([
    feature("a", [76.26022, 9.93988]),
    feature("b", [76.26022, 9.93988]),
    feature("c", null),
  ]);
  expect(found.unplaced).toBe(1);
  expect(found.places.map(({ projects }) => projects.map(({ id }) => id))).toEqual([["a", "b"]]);
});
