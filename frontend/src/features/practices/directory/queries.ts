import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components, paths } from "@/api/schema.gen";
import type { SessionState } from "@/api/token";

export type Practice = components["schemas"]["PracticeOut"];
export type PracticeItem = components["schemas"]["PracticeItem"];
export type PracticePage = components["schemas"]["PracticePage"];
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
