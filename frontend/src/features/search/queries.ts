import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";

/** What has a page: networks, projects, topics, cities and other organisations. */
export function search(q: string, signal?: AbortSignal) {
  return read(
    api.GET("/api/v1/search", {
      params: {
        query: { q, kind: ["network", "topic", "organisation", "project", "practice"], limit: 12 },
      },
      signal,
    }),
  );
}

/** Everything that can be found, best first. */
export function searchQuery(q: string) {
  return queryOptions({
    queryKey: ["search", q],
    enabled: q.trim().length > 1,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => search(q, signal),
  });
}
