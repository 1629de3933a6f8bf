import { describe, expect, it } from "vitest";
import { carriedOver, differences, draftOf, EMPTY, patchOf, type Values } from "./values";

const before: Values = { ...EMPTY, name: "Portal", way: "country", country: "PE" };

describe("a changed client", () => {
  it("sends only what is different, in whatever order the scopes were ticked", () => {
    const typed: Values = { ...before, name: " Portal 2 ", scopes: ["networks:read"] };
    expect(patchOf(draftOf(before), draftOf(typed))).toEqual({ name: "Portal 2" });
    const some = { ...before, scopes: ["projects:read", "networks:read"] } as Values;
    const turned = { ...some, scopes: some.scopes.toReversed() };
    expect(differences(draftOf(some), draftOf(turned))).toEqual([]);
  });

  it("takes its binding away with null", () => {
    expect(patchOf(draftOf(before), draftOf({ ...before, way: "nobody" }))).toEqual({
      bound: null,
    });
  });

  it("keeps what was typed when somebody else was faster", () => {
    const typed: Values = { ...before, name: "Mine" };
    const now: Values = {
      ...before,
      name: "Theirs",
      way: "organisation",
      organisation: "muenchen",
    };
    expect(carriedOver(before, typed, now)).toEqual({ ...now, name: "Mine" });
    const bound: Values = { ...before, country: "CL" };
    expect(carriedOver(before, bound, now)).toEqual({ ...bound, name: "Theirs" });
  });
});
