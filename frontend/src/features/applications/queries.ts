import { queryOptions } from "@tanstack/react-query";
import { api, done, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";

export type Application = components["schemas"]["ApplicationOut"];
export type ApplicationState = components["schemas"]["ApplicationState"];
export type ApplicationCreate = components["schemas"]["ApplicationCreate"];
export type OrganisationKind = components["schemas"]["OrganisationKind"];
type Decision = components["schemas"]["Decision"];

export const STATES: readonly ApplicationState[] = [
  "open",
  "admitted",
  "refused",
  "withdrawn",
  "unconfirmed",
];

/** Applications in a state, the oldest first. */
export function applicationsQuery(state: ApplicationState, most: number) {
  return queryOptions({
    queryKey: ["applications", "page", state, most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { state: [state], limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/applications", { params: { query }, signal }));
      }),
  });
}

/** One application with the tag that a decision names. */
export function applicationQuery(id: string) {
  return queryOptions({
    queryKey: ["applications", "one", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/applications/{id}", { params: { path: { id } }, signal })),
  });
}

export function decide(id: string, tag: string, key: string, body: Decision) {
  const header = { "if-match": tag, "idempotency-key": key };
  const params = { path: { id }, header };
  return read(api.POST("/api/v1/applications/{id}/decisions", { params, body }));
}

export function apply(slug: string, key: string, body: ApplicationCreate): Promise<void> {
  const params = { path: { slug }, header: { "idempotency-key": key } };
  return done(api.POST("/api/v1/networks/{slug}/applications", { params, body }));
}

/** By the link of the letter. */
export function confirmApplication(token: string): Promise<void> {
  return done(api.POST("/api/v1/applications/confirmations", { body: { token } }));
}
