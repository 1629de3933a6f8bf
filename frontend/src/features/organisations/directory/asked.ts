import type { Asked } from "../queries";

export const FACETS = ["kind", "country"] as const;
export const SORTS = ["name", "-population", "-updated_at"] as const;

export type FacetName = (typeof FACETS)[number];
export type Chosen = Record<FacetName, string[]>;

type Read = { one: (name: string) => string | undefined; many: (name: string) => string[] };

/** What the address asks of the list of organisations. */
export function askedOf(address: Read): { chosen: Chosen; asked: Asked } {
  const chosen = { kind: address.many("kind"), country: address.many("country") };
  const q = address.one("q");
  const network = address.many("network");
  const sort = SORTS.find((known) => known === address.one("sort"));
  const asked = {
    ...(chosen.kind.length > 0 ? { kind: chosen.kind } : {}),
    ...(chosen.country.length > 0 ? { country: chosen.country } : {}),
    ...(network.length > 0 ? { network } : {}),
    ...(q ? { q } : {}),
    ...(sort ? { sort } : {}),
  } as Asked;
  return { chosen, asked };
}
