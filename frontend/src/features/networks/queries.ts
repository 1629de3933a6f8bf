import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import type { components, paths } from "@/api/schema.gen";

export type Analysis = components["schemas"]["Analysis"];
export type Network = components["schemas"]["NetworkOut"];

/** The inventory's own tables, computed from the records. */
export function analysisQuery() {
  return queryOptions({
    queryKey: ["networks", "analysis"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/networks/analysis", { signal })),
  });
}

/** One network with its fields, members and relations. */
export function networkQuery(slug: string) {
  return queryOptions({
    queryKey: ["networks", "one", slug],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/networks/{slug}", { params: { path: { slug } }, signal })),
  });
}

export type NetworkItem = components["schemas"]["NetworkItem"];
export type NetworkPage = components["schemas"]["NetworkPage"];
export type Asked = NonNullable<paths["/api/v1/networks"]["get"]["parameters"]["query"]>;

/** A part of the directory, with the counts of its facets. */
export function directoryQuery(asked: Asked) {
  return queryOptions({
    queryKey: ["networks", "page", asked],
    placeholderData: keepPreviousData,
    // The list can also be had as a file; without `format` it is JSON.
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/networks", { params: { query: asked }, signal }),
      ) as Promise<NetworkPage>,
  });
}

/** Relations of one network in both directions. */
export function relationsQuery(slug: string) {
  return queryOptions({
    queryKey: ["networks", "relations", slug],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/networks/{slug}/relations", { params: { path: { slug } }, signal })),
  });
}

/** The published versions of one network. */
export function revisionsQuery(slug: string) {
  return queryOptions({
    queryKey: ["networks", "revisions", slug],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/networks/{slug}/revisions", { params: { path: { slug } }, signal })),
  });
}
