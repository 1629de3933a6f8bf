import type { Asked } from "../queries";
import type { WordSet } from "../words";

export type FacetName =
  | "topic"
  | "country"
  | "maturity"
  | "budget_band"
  | "has_lessons"
  | "replicated"
  | "sdg"
  | "charter_point"
  | "language"
  | "origin";
export type FilterName = FacetName | "organisation" | "place";
export type Chosen = Partial<Record<FilterName, string[]>>;

/** The facets in the order they are asked, the folded ones last. */
export const FACETS: { name: FacetName; words?: WordSet; folded?: boolean }[] = [
  { name: "topic" },
  { name: "country" },
  { name: "maturity", words: "maturity" },
  { name: "has_lessons", words: "has_lessons" },
  { name: "replicated", words: "replicated" },
  { name: "budget_band", words: "budget_band", folded: true },
  { name: "sdg", folded: true },
  { name: "charter_point", folded: true },
  { name: "language", folded: true },
  { name: "origin", words: "project_origin", folded: true },
];

export const FILTERS = [...FACETS.map((facet) => facet.name), "organisation", "place"] as const;
export const SORTS = ["title", "-start", "-end", "-updated_at"] as const;
export const VIEWS = ["list", "cards", "map"] as const;
export const PAGE = 30;
const MOST = 300;

export type View = (typeof VIEWS)[number];

type Read = { one: (name: string) => string | undefined; many: (name: string) => string[] };

/** What the address asks of the list of projects. */
export function askedOf(address: Read): {
  chosen: Chosen;
  asked: Asked;
  shown: number;
  view: View;
} {
  const chosen: Chosen = {};
  for (const name of FILTERS) {
    const values = address.many(name);
    if (values.length > 0) chosen[name] = values;
  }
  const q = address.one("q");
  const sort = SORTS.find((known) => known === address.one("sort"));
  const asked = { ...chosen, ...(q ? { q } : {}), ...(sort ? { sort } : {}) } as Asked;
  const wanted = Number(address.one("shown"));
  const shown = wanted > 0 ? Math.min(Math.ceil(wanted), MOST) : PAGE;
  const view = VIEWS.find((known) => known === address.one("view")) ?? "list";
  return { chosen, asked, shown, view };
}

/** How many are shown next; none once the list shows as many as it can. */
export function nextShown(shown: number): string | undefined {
  return shown < MOST ? String(Math.min(shown + PAGE, MOST)) : undefined;
}

function paramsOf(asked: Asked): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value].flat()) params.append(name, String(one));
  }
  return params;
}

/** The same question as a file. */
export function fileAddress(asked: Asked, format: string): string {
  const params = paramsOf(asked);
  params.append("format", format);
  return `/api/v1/projects?${params}`;
}

/** What is asked for, whatever its order, as an address has it. */
export function queryOf({ sort: _, ...asked }: Asked): string {
  return paramsOf(asked).toString();
}
