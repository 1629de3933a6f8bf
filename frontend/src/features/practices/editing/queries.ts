import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";
import type { Seen } from "../directory/queries";

export type PracticePatch = components["schemas"]["PracticePatch"];
export type PracticeMove = components["schemas"]["PracticeMove"];
export type Verb = PracticeMove["verb"];

/** What is not public of the practices that the reader may change. */
export function ownPracticesQuery(most: number) {
  return queryOptions({
    queryKey: ["practices", "own", most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const state: ("draft" | "archived")[] = ["draft", "archived"];
        const query = { state, limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/me/practices", { params: { query }, signal }));
      }),
  });
}

export function machineQuery() {
  return queryOptions({
    queryKey: ["practices", "machine"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.GET("/api/v1/practices/machine", { signal })),
  });
}

type NewPractice = Pick<components["schemas"]["PracticeCreate"], "organisation" | "kind" | "title">;

/** The same `once` gives the same answer, however often it is asked. */
export function createPractice(write: NewPractice, once: string): Promise<Seen> {
  const params = { header: { "idempotency-key": once } };
  const body = { ...write, languages: [], topics: [] };
  return readTagged(api.POST("/api/v1/practices", { params, body }));
}

export function changePractice({ data, tag }: Seen, body: PracticePatch): Promise<Seen> {
  return readTagged(
    api.PATCH("/api/v1/practices/{id}", {
      params: { path: { id: data.id }, header: { "if-match": tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

export function takeStep({ data, tag }: Seen, key: string, body: PracticeMove): Promise<Seen> {
  const params = { path: { id: data.id }, header: { "if-match": tag, "idempotency-key": key } };
  return readTagged(api.POST("/api/v1/practices/{id}/transitions", { params, body }));
}

/** After a change everything that shows practices is asked anew. */
export function useAfterChange() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["practices"] });
}
