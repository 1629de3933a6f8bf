import { describe, expect, it } from "vitest";
import { countries } from "@/i18n/countries";
import { isAsked, readAsked, readPopulation } from "./asked";

const asked = (text: string) => {
  const params = new URLSearchParams(text);
  return readAsked(
    (name) => params.get(name) ?? undefined,
    (name) => params.getAll(name),
  );
};

describe("what was asked", () => {
  it("reads inhabitants as people write them", () => {
    for (const text of ["99684", "99.684", "99,684", "99 684", " 99’684 "]) {
      expect(readPopulation(text), text).toBe(99_684);
    }
    expect(readPopulation("  ")).toBeUndefined();
    for (const text of ["0", "-5", "1.5", "many", "200000000"]) {
      expect(readPopulation(text), text).toBe("refused");
    }
  });

  it("stands in the address", () => {
    expect(asked("country=de&population=1000&topic=energy&topic=charter-1.1&topic=energy")).toEqual(
      {
        country: "DE",
        population: 1000,
        topics: ["energy", "charter-1.1"],
      },
    );
  });

  it("leaves out what the API would refuse", () => {
    const nothing = asked("country=XX&population=abc&topic=No%20topic");
    expect(nothing).toEqual({ topics: [] });
    expect(isAsked(nothing)).toBe(false);
    expect(isAsked(asked("country=BR"))).toBe(true);
  });
});

it("names every country in the reader's language, in its order", () => {
  for (const language of ["en", "de", "es", "pt"]) {
    const all = countries(language);
    expect(all.length).toBe(250);
    expect(all.filter((country) => country.label === country.id)).toEqual([]);
  }
  expect(countries("de").findIndex((c) => c.id === "AT")).toBeGreaterThan(
    countries("de").findIndex((c) => c.id === "NL"),
  );
});
