import { expect, it } from "vitest";
import type { Organisation } from "../queries";
import { carriedOver, draftOf, patchOf, slugOf, valuesOf } from "./values";

const munich = {
  slug: "muenchen",
  name: "München",
  label: { en: "Munich", de: "München" },
  kind: "municipality",
  country: "DE",
  aliases: ["Monaco"],
  latitude: 48.14,
  longitude: 11.58,
  population: 1_500_000,
  website: null,
  names: [
    { name: { de: "München" }, kind: "short", valid_from: null, valid_to: null, observed_on: null },
  ],
  parent: { slug: "bayern", name: "Bayern", label: { de: "Bayern" } },
  successor: null,
} as unknown as Organisation;

const typed = () => structuredClone(valuesOf(munich));
const before = draftOf(valuesOf(munich));

it("sends nothing where nothing was changed", () => {
  expect(patchOf(before, draftOf(typed()))).toEqual({});
});

it("sends what was changed, and null for what was taken away", () => {
  const values = typed();
  values.label = [
    { language: "de", text: "München" },
    { language: "it", text: " Monaco di Baviera " },
  ];
  values.latitude = "48,2";
  values.parent = "";
  values.aliases = "Monaco\n\n Minga \n";
  expect(patchOf(before, draftOf(values))).toEqual({
    label: { de: "München", it: "Monaco di Baviera", en: null },
    latitude: 48.2,
    parent: null,
    aliases: ["Monaco", "Minga"],
  });
});

it("keeps what was typed over what somebody else wrote meanwhile", () => {
  const mine = { ...typed(), website: "https://mine.example" };
  const theirs = { ...typed(), website: "https://theirs.example", population: "7" };
  const together = carriedOver(valuesOf(munich), mine, theirs);
  expect([together.website, together.population]).toEqual(["https://mine.example", "7"]);
});

it.each([
  ["Ayuntamiento de Ñuñoa", "ayuntamiento-de-nunoa"],
  ["Köln – am Rhein", "koeln-am-rhein"],
  ["  São Paulo ", "sao-paulo"],
])("makes an address of %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
