import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components, paths } from "@/api/schema.gen";
import type { SessionState } from "@/api/token";

export type Practice = components["schemas"]["PracticeOut"];
export type PracticeItem = components["schemas"]["PracticeItem"];
export type PracticePage = components["schemas"]["PracticePage"];
export type OwnPractice = components["schemas"]["OwnPractice"];
export type PracticePatch = components["schemas"]["PracticePatch"];
export type PracticeMove = components["schemas"]["PracticeMove"];
export type Verb = PracticeMove["verb"];
export type Asked = NonNullable<paths["/api/v1/practices"]["get"]["parameters"]["query"]>;
export type Seen = { data: Practice; tag: string };

/** A part of the list, with the counts of its facets; without `format` the list is JSON. */
export function practicesQuery(asked: Asked, most: number) {
  return queryOptions({
    queryKey: ["practices", "page", asked, most],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      let facets: PracticePage["facets"] = null;
      const found = await firstOf(most, async (limit, cursor) => {
        const query = { ...asked, ...(cursor ? { cursor, facets: undefined } : {}), limit };
        const answer = read(api.GET("/api/v1/practices", { params: { query }, signal }));
        const page = (await answer) as PracticePage;
        facets = page.facets ?? facets;
        return page;
      });
      return { ...found, facets };
    },
  });
}

/** One practice as it stands now; who is signed in may see more of it, and sees what may be done. */
export function practiceQuery(id: string, session: SessionState) {
  return queryOptions({
    queryKey: ["practices", "one", id, session],
    staleTime: 0,
    queryFn: () => readTagged(api.GET("/api/v1/practices/{id}", { params: { path: { id } } })),
  });
}

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
