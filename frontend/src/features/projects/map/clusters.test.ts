import { expect, it } from "vitest";
import { clustersOf, wholeCountry } from "./clusters";
import { placeName, placesOf } from "./places";

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

it("gives every place a row of its own, two of other names at one spot as well", () => {
  const place = (name: string) => ({
    value: `DE_50.938_6.960_${name}`,
    name,
    country: "DE",
    latitude: 50.938,
    longitude: 6.96,
    places: 1,
    count: 2,
    projects: [],
  });
  const keys = placesOf([place("Köln"), place("Cologne")]).map(({ key }) => key);
  expect(keys).toEqual(["place50d938_6d960", "place50d938_6d960_2"]);
  expect(placeName("DE_50.938_6.960_Köln_West")).toBe("Köln_West");
});
