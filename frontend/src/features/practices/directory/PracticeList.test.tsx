import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/test/show";
import { PracticeFacts } from "../story/PracticeFacts";
import { PracticeList } from "./PracticeList";
import type { Practice } from "./queries";

const practice: Practice = {
  id: "abc",
  version: 1,
  kind: "checklist",
  title: { de: "Sensoren kaufen" },
  summary: { de: "Was in eine Ausschreibung gehört." },
  publisher: "City of Hamburg",
  year: 2024,
  languages: ["de", "pt"],
  licence: null,
  link: "https://www.example.org/list?x=1",
  topics: ["energy"],
  review_on: "2027-01",
  organisation: {
    id: "1",
    slug: "hamburg",
    name: "Hamburg",
    label: { en: "Hamburg" },
    kind: "municipality",
    country: "DE",
  } as Practice["organisation"],
  origin: "member",
  provenance: null,
  state: "published",
  reason: null,
  published_at: "2026-11-21T12:00:00Z",
  updated_at: "2026-11-21T12:00:00Z",
  data_licence: "CC-BY-4.0",
  may: [],
  display: {
    language: "de",
    title: "Sensoren kaufen",
    summary: "Was in eine Ausschreibung gehört.",
  },
};

it("names what it is, by whom and when, and marks another language", () => {
  show(<PracticeList items={[practice]} />);
  const link = screen.getByRole("link", { name: "Sensoren kaufen" });
  expect([link.getAttribute("href"), link.getAttribute("lang")]).toEqual(["/practices/abc", "de"]);
  expect(screen.getByText("Checklist or toolbox")).toBeTruthy();
  expect(screen.getByText(/City of Hamburg, 2024/)).toBeTruthy();
});

it("falls back on the organisation where the work names no publisher", () => {
  show(<PracticeList items={[{ ...practice, publisher: null, year: null }]} />);
  expect(screen.getByText("Hamburg")).toBeTruthy();
});

it("leads to the source and says what is not stated", () => {
  show(<PracticeFacts practice={practice} topics={new Map([["energy", { en: "Energy" }]])} />);
  expect(screen.getByRole("link", { name: "Open at its source" }).getAttribute("href")).toBe(
    practice.link,
  );
  expect(screen.getByText("www.example.org")).toBeTruthy();
  expect(screen.getByText("German, Portuguese")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Energy" }).getAttribute("href")).toBe("/topics/energy");
  expect(screen.getAllByText("Not stated")).toHaveLength(1);
});
