import { queryOptions } from "@tanstack/react-query";
import { api, done, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";

export type Client = components["schemas"]["ClientOut"];
export type ClientCreate = components["schemas"]["ClientCreate"];
export type ClientUpdate = components["schemas"]["ClientUpdate"];
export type ClientScope = components["schemas"]["ClientScope"];
export type ClientVerb = components["schemas"]["ClientVerb"];
export type Secret = components["schemas"]["SecretOut"];

const RESOURCES = ["networks", "organisations", "memberships", "projects"] as const;
export const SCOPES: readonly ClientScope[] = RESOURCES.flatMap(
  (each) => [`${each}:read`, `${each}:write`] as const,
);

export function clientsQuery(most: number) {
  return queryOptions({
    queryKey: ["clients", "page", most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/clients", { params: { query }, signal }));
      }),
  });
}

export function clientQuery(id: string) {
  return queryOptions({
    queryKey: ["clients", "one", id],
    staleTime: 0,
    queryFn: () => seeNow(id),
  });
}

/** A client with the tag that a change of it names. */
export type Seen = { data: Client; tag: string };

export function seeNow(id: string): Promise<Seen> {
  return readTagged(api.GET("/api/v1/clients/{id}", { params: { path: { id } } }));
}

export function changeClient(seen: Seen, body: ClientUpdate): Promise<Client> {
  const params = { path: { id: seen.data.id }, header: { "if-match": seen.tag } };
  return read(api.PATCH("/api/v1/clients/{id}", { params, body }));
}

export function makeClient(body: ClientCreate) {
  return read(api.POST("/api/v1/clients", { body }));
}

/** One more secret; it ends by itself at the end of a day, where one is named. */
export function makeSecret(id: string, lastDay: string) {
  const body = { expires_at: lastDay ? `${lastDay}T23:59:59Z` : null };
  return read(api.POST("/api/v1/clients/{id}/secrets", { params: { path: { id } }, body }));
}

export function endSecret(id: string, secret: string): Promise<void> {
  const params = { path: { id, secret_id: secret } };
  return done(api.DELETE("/api/v1/clients/{id}/secrets/{secret_id}", { params }));
}

export function takeStep(id: string, verb: ClientVerb, reason: string) {
  const body = { verb, reason };
  return read(api.POST("/api/v1/clients/{id}/transitions", { params: { path: { id } }, body }));
}
