import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";

// Organisations are found by the API; they join when they have their page.
export function search(q: string, signal?: AbortSignal) {
  return read(
    api.GET("/api/v1/search", {
      params: { query: { q, kind: ["network", "topic"], limit: 12 } },
      signal,
    }),
  );
}

/** Everything that can be found, best first. */
// Organisations are found by the API; they join when they have their page.
export function searchQuery(q: string) {
  return queryOptions({
    queryKey: ["search", q],
    enabled: q.trim().length > 1,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => search(q, signal),
  });
}
