import { expect, it } from "vitest";
import type { Membership, OrganisationItem } from "../queries";
import { byKind, byNetwork } from "./records";

function membership(slug: string, party: Membership["party"], name: string) {
  return { network: { slug }, party, name } as Membership;
}

it("names each network once, the country apart from its cities", () => {
  const groups = byNetwork([
    membership("iscn", "country", "Brazil"),
    membership("iscn", "organisation", "Fortaleza"),
    membership("civitas", "organisation", "Fortaleza"),
  ]);
  expect(groups.map(({ network }) => network.slug)).toEqual(["iscn", "civitas"]);
  expect(groups[0]?.state?.name).toBe("Brazil");
  expect(groups[0]?.others.map(({ name }) => name)).toEqual(["Fortaleza"]);
  expect(groups[1]?.state).toBeUndefined();
});

it("puts organisations of one kind together", () => {
  const items = [
    { kind: "research", slug: "a" },
    { kind: "company", slug: "b" },
    { kind: "research", slug: "c" },
  ] as OrganisationItem[];
  expect(byKind(items).map(([kind, own]) => [kind, own.length])).toEqual([
    ["research", 2],
    ["company", 1],
  ]);
});
