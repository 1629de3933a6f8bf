import type { Asked } from "./queries";

export const FACETS = ["kind", "topic", "language"] as const;
export type FacetName = (typeof FACETS)[number];
export const FILTERS = [...FACETS, "organisation"] as const;
export type FilterName = (typeof FILTERS)[number];
export type Chosen = Partial<Record<FilterName, string[]>>;
export const SORTS = ["title", "-year", "-updated_at"] as const;

type Read = { one: (name: string) => string | undefined; many: (name: string) => string[] };

/** What the address asks of the list of practices. */
export function askedOf(address: Read): { chosen: Chosen; asked: Asked } {
  const chosen: Chosen = {};
  for (const name of FILTERS) {
    const values = address.many(name);
    if (values.length > 0) chosen[name] = values;
  }
  const q = address.one("q");
  const sort = SORTS.find((known) => known === address.one("sort"));
  return { chosen, asked: { ...chosen, ...(q ? { q } : {}), ...(sort ? { sort } : {}) } as Asked };
}
