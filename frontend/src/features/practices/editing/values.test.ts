import { expect, it } from "vitest";
import type { Practice } from "../directory/queries";
import { patchOf, valuesOf } from "./values";

const practice: Practice = {
  id: "1",
  version: 1,
  kind: "guide",
  title: { en: "Buying sensors", de: "Sensoren kaufen" },
  summary: null,
  publisher: "City of Hamburg",
  year: 2024,
  languages: ["de"],
  licence: null,
  link: "https://example.org/",
  topics: ["energy"],
  review_on: null,
  organisation: null,
  origin: "member",
  provenance: null,
  state: "draft",
  reason: null,
  published_at: null,
  updated_at: "2026-11-21T12:00:00Z",
  data_licence: "CC-BY-4.0",
  may: ["write"],
  display: { language: "en", title: "Buying sensors", summary: null },
};
const before = valuesOf(practice);

it("sends nothing where nothing was changed", () => {
  expect(patchOf(before, valuesOf(practice))).toEqual({});
});

it("sends what was changed, and takes away what was emptied", () => {
  const typed = {
    ...before,
    title: { en: "Buying sensors well ", de: " " },
    summary: { en: "What to ask for.", es: "" },
    year: "",
    link: "",
    topics: ["energy", "mobility"],
    review_on: "2027-01",
  };
  expect(patchOf(before, typed)).toEqual({
    title: { en: "Buying sensors well", de: null },
    summary: { en: "What to ask for." },
    year: null,
    link: null,
    topics: ["energy", "mobility"],
    review_on: "2027-01",
  });
});
