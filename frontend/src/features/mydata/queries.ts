import { queryOptions } from "@tanstack/react-query";
import { api, done, read } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type MyData = components["schemas"]["MyData"];
export type ContactHeld = components["schemas"]["ContactHeld"];
export type ContactSet = components["schemas"]["ContactSet"];
export type ContactKind = ContactSet["kind"];
export type Audience = ContactSet["audience"];
export type ExportOut = components["schemas"]["ExportOut"];

/** Everything that is kept of oneself. */
export function keptQuery() {
  return queryOptions({
    queryKey: ["me", "data"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/data", { signal })),
  });
}

/** What one shows of oneself, and what one has shown. */
export function contactsQuery() {
  return queryOptions({
    queryKey: ["me", "contacts"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/contacts", { signal })),
  });
}

export function showContact(body: ContactSet): Promise<void> {
  return done(api.PUT("/api/v1/me/contacts", { body }));
}

export function withdrawContact(kind: ContactKind): Promise<void> {
  return done(api.DELETE("/api/v1/me/contacts/{kind}", { params: { path: { kind } } }));
}

/** Archives that have not expired. */
export function archivesQuery() {
  return queryOptions({
    queryKey: ["me", "exports"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/exports", { signal })),
  });
}

export function makeArchive(key: string): Promise<ExportOut> {
  return read(api.POST("/api/v1/me/exports", { params: { header: { "idempotency-key": key } } }));
}

export async function downloadArchive(id: string): Promise<Blob> {
  const params = { path: { id } };
  return (await read(api.GET("/api/v1/me/exports/{id}", { params, parseAs: "blob" }))) as Blob;
}

export function erase(password: string): Promise<void> {
  return done(api.POST("/api/v1/me/erasure", { body: { password } }));
}
