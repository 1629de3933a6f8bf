import { queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import type { components } from "@/api/schema.gen";

type NetworkPage = components["schemas"]["NetworkPage"];
type NetworksAsked = { topic?: string[]; facets?: string; limit: number };

/** The list can also be had as a file; without `format` it is JSON. */
function networkPage(query: NetworksAsked, signal: AbortSignal): Promise<NetworkPage> {
  const asked = api.GET("/api/v1/networks", { params: { query }, signal });
  return read(asked) as Promise<NetworkPage>;
}

/** The scheme in which projects and networks are filed. */
export const FIELDS_OF_ACTION = "fields-of-action";

/** All schemes with their topics in order; they rarely change. */
export function schemesQuery() {
  return queryOptions({
    queryKey: ["topics", "schemes"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read(api.GET("/api/v1/topic-schemes", { signal })),
  });
}

export function topicQuery(id: string) {
  return queryOptions({
    queryKey: ["topics", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/topics/{id}", { params: { path: { id } }, signal })),
  });
}

/** How many networks there are on each topic. */
export function topicCountsQuery() {
  return queryOptions({
    queryKey: ["topics", "counts"],
    queryFn: ({ signal }) => networkPage({ facets: "topic", limit: 1 }, signal),
  });
}

export function networksOnTopicQuery(id: string) {
  return queryOptions({
    queryKey: ["topics", "networks", id],
    queryFn: ({ signal }) => networkPage({ topic: [id], limit: 100 }, signal),
  });
}
