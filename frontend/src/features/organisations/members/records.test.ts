import { expect, it } from "vitest";
import type { OrganisationItem } from "../queries";
import { byCountry, linesOf, type Member, placedOf } from "./records";

const open = { valid_from: null, valid_to: null, observed_on: "2019-09-20", state: "active" };

function link(slug: string) {
  return { slug, name: slug, label: { en: slug } };
}

const members = [
  {
    ...open,
    membership: "1",
    party: "country",
    country: "BR",
    country_name: "Brazil",
    name: "Brazil",
    organisation: null,
    role: "partner country",
    cities: [
      {
        ...open,
        membership: "2",
        name: "Fortaleza",
        organisation: link("fortaleza"),
        role: null,
        latitude: -3.7,
        longitude: -38.5,
      },
    ],
  },
  {
    ...open,
    membership: "3",
    party: "organisation",
    country: "DE",
    country_name: "Germany",
    name: "Aachen",
    organisation: link("aachen"),
    role: null,
    cities: [],
  },
  {
    ...open,
    membership: "4",
    party: "organisation",
    country: null,
    country_name: null,
    name: "Someone",
    organisation: null,
    role: null,
    cities: [],
  },
] as unknown as Member[];
const aachen = { slug: "aachen", kind: "municipality", latitude: 50.8, longitude: 6.1 };
const known = new Map([["aachen", aachen as OrganisationItem]]);
const lines = linesOf(members, known);

it("has a line for each country, each of its cities and each other member", () => {
  expect(lines.map(({ name, is }) => [name, is])).toEqual([
    ["Brazil", "country"],
    ["Fortaleza", "city"],
    ["Aachen", "city"],
    ["Someone", "organisation"],
  ]);
  expect(lines[1]?.country).toBe("BR");
});

it("groups by country, the unknown last", () => {
  const groups = byCountry([...lines].reverse());
  expect(groups.map(({ code }) => code)).toEqual(["DE", "BR", null]);
  expect(groups[1]?.state?.name).toBe("Brazil");
  expect(groups[1]?.others.map(({ name }) => name)).toEqual(["Fortaleza"]);
});

it("puts on the map who has a place, from the answer or from the directory", () => {
  expect(placedOf(members, lines, known).map(({ slug, latitude }) => [slug, latitude])).toEqual([
    ["fortaleza", -3.7],
    ["aachen", 50.8],
  ]);
});
