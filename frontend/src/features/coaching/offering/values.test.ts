import { expect, test } from "vitest";
import type { Offer } from "./queries";
import { valuesOf, writtenOf } from "./values";

const OFFER: Offer = {
  id: "a",
  version: 1,
  organisation: { slug: "kochi", name: "Kochi", label: { en: "Kochi" } },
  is_personal: false,
  person: null,
  topics: ["energy", "mobility"],
  evidence: [
    { topic: "energy", project: "p1", note: { en: "Lights", de: "Lampen" } },
    { topic: "energy", project: "p2", note: null },
  ],
  languages: [{ language: "en", level: "c1" }],
  formats: ["online"],
  capacity: 2,
  blackouts: [{ first: "2026-08-01", last: "2026-08-14" }],
  note: null,
  state: "unlisted",
  consented_at: null,
  taken_this_quarter: 0,
  updated_at: "2026-01-01T00:00:00Z",
  may: ["change", "list"],
};

test("what is opened and saved stays as it was", () => {
  const written = writtenOf(valuesOf(OFFER, "en", ""), OFFER, "en");
  expect(written.evidence).toEqual(OFFER.evidence);
  expect(written.blackouts).toEqual(OFFER.blackouts);
});

test("evidence goes with its topic, words in other languages stay", () => {
  const values = valuesOf(OFFER, "en", "");
  const evidence = { energy: { project: "", note: "" } };
  const written = writtenOf({ ...values, evidence }, OFFER, "en");
  expect(written.evidence).toEqual([
    { topic: "energy", project: null, note: { de: "Lampen" } },
    OFFER.evidence[1],
  ]);
  expect(writtenOf({ ...values, topics: ["mobility"] }, OFFER, "en").evidence).toEqual([]);
});
