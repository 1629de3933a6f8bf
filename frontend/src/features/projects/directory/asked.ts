import { queryOf } from "@/api/pages";
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
export type FilterName = FacetName | "organisation" | "practice" | "place";
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

export const FILTERS = [
  ...FACETS.map((facet) => facet.name),
  "organisation",
  "practice",
  "place",
] as const;
export const SORTS = ["title", "-start", "-end", "-updated_at"] as const;
export const VIEWS = ["list", "cards", "map"] as const;
export const PAGE = 30;
export const MOST = 300;

export type View = (typeof VIEWS)[number];

type Read = { one: (name: string) => string | undefined; many: (name: string) => string[] };

/** What the address asks of the list of projects. */
export function askedOf(address: Read): {
  chosen: Chosen;
  asked: Asked;
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
  const view = VIEWS.find((known) => known === address.one("view")) ?? "list";
  return { chosen, asked, view };
}

/** What is asked for, whatever its order, as an address has it. */
export function unsorted({ sort: _, ...asked }: Asked): string {
  return queryOf(asked);
}
