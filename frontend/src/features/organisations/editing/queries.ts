import { queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";
import type { Organisation, OrganisationPatch } from "../queries";
import type { Draft } from "./values";

export type May = components["schemas"]["OrganisationMay"];
export type Seen = { data: Organisation; tag: string };

/** The record as it stands now, with the tag that a change of it names. */
export function seenQuery(key: string) {
  return queryOptions({
    queryKey: ["organisations", "seen", key],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => seeNow(key),
  });
}

export function seeNow(key: string): Promise<Seen> {
  return readTagged(api.GET("/api/v1/organisations/{key}", { params: { path: { key } } }));
}

/** What the reader may change of it. */
export function mayQuery(key: string) {
  return queryOptions({
    queryKey: ["organisations", "may", key],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/organisations/{key}/may", { params: { path: { key } }, signal })),
  });
}

export function changeOrganisation(seen: Seen, body: OrganisationPatch): Promise<Seen> {
  return readTagged(
    api.PATCH("/api/v1/organisations/{key}", {
      params: { path: { key: seen.data.slug }, header: { "if-match": seen.tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

/** The same `once` gives the same answer, however often it is asked. */
export function createOrganisation(slug: string, draft: Draft, once: string): Promise<Seen> {
  return readTagged(
    api.POST("/api/v1/organisations", {
      params: { header: { "idempotency-key": once } },
      body: { slug, ...draft, sources: [] },
    }),
  );
}
