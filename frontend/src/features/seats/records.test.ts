import { describe, expect, it } from "vitest";
import { boundsOf, textOf } from "./bounds";
import { comparedOf } from "./dryrun/compared";
import type { Bounds, Person, Seat } from "./queries";
import { deputySteps, placesOf, rowsOf } from "./records";

const BOUNDS: Bounds = {
  countries: { at_least: 0, at_most: 15 },
  host_counts: false,
  national: { at_least: 1, at_most: 2 },
  municipal: { at_least: 2, at_most: null },
  complete_within_days: 180,
  reapply_after_days: 90,
};

function seat(change: Partial<Seat>): Seat {
  return {
    id: "a",
    version: 1,
    network: "iscn",
    country: "PE",
    kind: "municipal",
    organisation: null,
    state: "vacant",
    representative: null,
    deputy: null,
    sources: [],
    may: [],
    updated_at: "2026-01-01T00:00:00Z",
    valid_from: null,
    valid_to: null,
    observed_on: null,
    ...change,
  };
}

const nominated: Person = {
  id: "p",
  state: "nominated",
  is_deputy: true,
  is_focal_point: false,
  has_account: false,
  contacts: [],
  valid_from: null,
  valid_to: null,
};

describe("placesOf", () => {
  it("asks for what is missing to the lower bound, and leaves the rest free", () => {
    expect(placesOf({ at_least: 2, at_most: 4 }, 1)).toEqual({ needed: 1, free: 2 });
  });

  it("draws no free places where there is no upper bound or no rule", () => {
    expect(placesOf({ at_least: 2, at_most: null }, 1)).toEqual({ needed: 1, free: 0 });
    expect(placesOf(undefined, 1)).toEqual({ needed: 0, free: 0 });
  });

  it("draws none where there are more seats than the bound allows", () => {
    expect(placesOf({ at_least: 1, at_most: 2 }, 3)).toEqual({ needed: 0, free: 0 });
  });
});

describe("rowsOf", () => {
  it("has a row for each country that belongs to the network or has a seat, by name", () => {
    const filled = { seats: 0, confirmed: 0 };
    const standing = {
      partner_countries: 1,
      countries: [{ country: "BR", national: { seats: 1, confirmed: 1 }, municipal: filled }],
    };
    const names: Record<string, string> = { BR: "Brazil", PE: "Peru" };
    const rows = rowsOf([seat({})], standing, BOUNDS, (code) => names[code] ?? code);
    expect(rows.map(({ country }) => country)).toEqual(["BR", "PE"]);
    expect(rows[0]?.confirmed.national).toBe(1);
    expect(rows[1]?.seats.municipal).toHaveLength(1);
    expect(rows[1]?.places).toEqual({
      national: { needed: 1, free: 1 },
      municipal: { needed: 1, free: 0 },
    });
  });
});

describe("deputySteps", () => {
  it("offers a deputy where somebody may speak for the seat and there is none", () => {
    expect(deputySteps(seat({ state: "confirmed", may: ["recall"] }), false)).toEqual(["nominate"]);
    expect(deputySteps(seat({ state: "confirmed", may: ["step_down"] }), false)).toEqual([]);
    expect(deputySteps(seat({ state: "vacant", may: ["nominate"] }), true)).toEqual([]);
  });

  it("lets the secretariat decide on a nominated deputy, and others take it back", () => {
    const waiting = seat({ state: "confirmed", may: ["recall"], deputy: nominated });
    expect(deputySteps(waiting, true)).toEqual(["confirm", "refuse"]);
    expect(deputySteps(waiting, false)).toEqual(["withdraw"]);
  });

  it("recalls no deputy who acts for somebody on leave", () => {
    const deputy: Person = { ...nominated, state: "confirmed" };
    const at = (state: Seat["state"]) => seat({ state, may: ["recall"], deputy });
    expect(deputySteps(at("confirmed"), true)).toEqual(["recall"]);
    expect(deputySteps(at("on_leave"), true)).toEqual([]);
  });
});

describe("bounds in a form", () => {
  it("come back as they were", () => {
    expect(boundsOf(textOf(BOUNDS))).toEqual(BOUNDS);
  });
});

describe("comparedOf", () => {
  it("puts first what changes, and knows who comes and who goes", () => {
    const stands = (country: string, seats: number) => ({
      country,
      national: { seats, confirmed: 0 },
      municipal: { seats: 0, confirmed: 0 },
    });
    const rows = comparedOf({
      before: { partner_countries: 2, countries: [stands("BR", 1), stands("MX", 1)] },
      after: { partner_countries: 2, countries: [stands("BR", 1), stands("CL", 0)] },
    });
    expect(rows.map(({ country }) => country)).toEqual(["MX", "CL", "BR"]);
    expect(rows[0]?.after).toBeUndefined();
    expect(rows[1]?.before).toBeUndefined();
  });
});
