import type { Asked } from "../queries";

export const FACETS = ["kind", "country"] as const;
export const SORTS = ["name", "-population", "-updated_at"] as const;
export const PAGE = 50;
const MOST = 500;

export type FacetName = (typeof FACETS)[number];
export type Chosen = Record<FacetName, string[]>;

type Read = { one: (name: string) => string | undefined; many: (name: string) => string[] };

/** What the address asks of the list of organisations. */
export function askedOf(address: Read): { chosen: Chosen; asked: Asked; shown: number } {
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
  const wanted = Number(address.one("shown"));
  const shown = wanted > 0 ? Math.min(Math.ceil(wanted), MOST) : PAGE;
  return { chosen, asked, shown };
}

/** How many are shown next; none once the list shows as many as it can. */
export function nextShown(shown: number): string | undefined {
  return shown < MOST ? String(Math.min(shown + PAGE, MOST)) : undefined;
}

/** The same question as a file. */
export function fileAddress(asked: Asked, format: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value].flat()) params.append(name, String(one));
  }
  params.append("format", format);
  return `/api/v1/organisations?${params}`;
}
