import { queryOptions } from "@tanstack/react-query";
import { api, read } from "./client";
import type { components } from "./schema.gen";

export type FoundOrganisation = components["schemas"]["OrganisationItem"];
type Found = components["schemas"]["OrganisationPage"];

const FOUND = 8;

/** The first organisations of the directory with this in their name. */
export function foundQuery(q: string) {
  return queryOptions({
    queryKey: ["organisations", "found", q],
    enabled: q.trim().length > 1,
    queryFn: ({ signal }) => {
      const query = { q, limit: FOUND };
      // The list can also be had as a file; without `format` it is JSON.
      return read(
        api.GET("/api/v1/organisations", { params: { query }, signal }),
      ) as Promise<Found>;
    },
  });
}

/** One organisation by slug or number, for its name. */
export function namedQuery(key: string) {
  return queryOptions({
    queryKey: ["organisations", "named", key],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/organisations/{key}", { params: { path: { key } }, signal })),
  });
}

/** The names of organisations known by their slugs. */
export function namesQuery(slugs: readonly string[]) {
  return queryOptions({
    queryKey: ["organisations", "names", slugs],
    enabled: slugs.length > 0,
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => {
      const asked = slugs.map((key) =>
        read(api.GET("/api/v1/organisations/{key}", { params: { path: { key } }, signal })),
      );
      // One that is gone leaves the others their names.
      const found = (await Promise.allSettled(asked)).flatMap((each) =>
        each.status === "fulfilled" ? [each.value] : [],
      );
      return new Map(found.map(({ slug, label }) => [slug, label] as const));
    },
  });
}
