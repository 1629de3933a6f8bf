import type { LabelSet } from "@/i18n/labels";
import type { Asked } from "../queries";

export type FacetName =
  | "category"
  | "founding_type"
  | "scope"
  | "funding"
  | "duration"
  | "topic"
  | "country"
  | "municipality"
  | "work_format"
  | "not_stated";
export type Chosen = Partial<Record<FacetName, string[]>>;

/** The facets in the order they are asked, the folded ones last. */
export const FACETS: { name: FacetName; words?: LabelSet; folded?: boolean }[] = [
  { name: "category", words: "category" },
  { name: "founding_type", words: "founding_type" },
  { name: "scope", words: "scope" },
  { name: "funding", words: "funding" },
  { name: "duration", words: "duration" },
  { name: "topic", folded: true },
  { name: "country", folded: true },
  { name: "municipality", folded: true },
  { name: "work_format", words: "work_format", folded: true },
  { name: "not_stated", words: "field", folded: true },
];

export const SORTS = ["name", "founded_year", "-member_count", "-updated_at"] as const;
export const PAGE = 34;

type Read = { one: (name: string) => string | undefined; many: (name: string) => string[] };

/** What the address asks of the directory. */
export function askedOf(address: Read): { chosen: Chosen; asked: Asked } {
  const chosen: Chosen = {};
  for (const { name } of FACETS) {
    const values = address.many(name);
    if (values.length > 0) chosen[name] = values;
  }
  const q = address.one("q");
  const year = Number(address.one("active_in"));
  const sort = SORTS.find((known) => known === address.one("sort"));
  const asked = {
    ...chosen,
    ...(q ? { q } : {}),
    ...(year >= 1000 && year <= 9999 ? { active_in: year } : {}),
    ...(sort ? { sort } : {}),
  } as Asked;
  return { chosen, asked };
}
