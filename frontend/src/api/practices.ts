import { queryOptions, useQueries } from "@tanstack/react-query";
import type { LanguageMap } from "@/i18n/text";
import { api, read } from "./client";
import type { components } from "./schema.gen";

type Found = components["schemas"]["PracticePage"];

const FOUND = 8;

/** The first practices that a text finds. */
export function foundPracticesQuery(q: string) {
  return queryOptions({
    queryKey: ["practices", "found", q],
    enabled: q.trim().length > 1,
    queryFn: ({ signal }) => {
      const query = { q, limit: FOUND };
      // The list can also be had as a file; without `format` it is JSON.
      return read(api.GET("/api/v1/practices", { params: { query }, signal })) as Promise<Found>;
    },
  });
}

/** What practices are called, by their ids; null for one that the reader may not see. */
export function usePracticeTitles(ids: readonly string[]): ReadonlyMap<string, LanguageMap | null> {
  return useQueries({
    queries: ids.map((id) => titleQuery(id)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPending }, index) => {
          const id = ids[index];
          return id === undefined || isPending ? [] : [[id, data ?? null] as const];
        }),
      ),
  });
}

function titleQuery(id: string) {
  return queryOptions({
    queryKey: ["practices", "title", id],
    staleTime: 10 * 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      return (await read(api.GET("/api/v1/practices/{id}", { params, signal }))).title;
    },
  });
}
