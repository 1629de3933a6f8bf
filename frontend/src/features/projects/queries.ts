import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components, paths } from "@/api/schema.gen";

export type Project = components["schemas"]["ProjectOut"];
export type ProjectItem = components["schemas"]["ProjectItem"];
export type ProjectPage = components["schemas"]["ProjectPage"];
export type Indicator = components["schemas"]["Indicator"];
export type Attachment = components["schemas"]["AttachmentOut"];
export type Lesson = components["schemas"]["Lesson"];
export type MappedPlace = components["schemas"]["MappedPlace"];
export type Asked = NonNullable<paths["/api/v1/projects"]["get"]["parameters"]["query"]>;

/** The list can also be had as a file; without `format` it is JSON. */
function part(query: Asked, signal: AbortSignal): Promise<ProjectPage> {
  return read(api.GET("/api/v1/projects", { params: { query }, signal })) as Promise<ProjectPage>;
}

/** A part of the list, with the counts of its facets. */
export function projectsQuery(asked: Asked, most: number) {
  return queryOptions({
    queryKey: ["projects", "page", asked, most],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      let facets: ProjectPage["facets"] = null;
      const found = await firstOf(most, async (limit, cursor) => {
        const more = cursor ? { cursor, facets: undefined } : {};
        const page = await part({ ...asked, ...more, limit }, signal);
        facets = page.facets ?? facets;
        return page;
      });
      return { ...found, facets };
    },
  });
}

/** How many there are of something, and the first of them. */
export function someProjectsQuery(asked: Asked, limit: number) {
  return queryOptions({
    queryKey: ["projects", "some", asked, limit],
    queryFn: ({ signal }) => part({ ...asked, limit }, signal),
  });
}

export function projectQuery(id: string) {
  return queryOptions({
    queryKey: ["projects", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/projects/{id}", { params: { path: { id } }, signal })),
  });
}

/** The projects that are most like one. */
export function similarQuery(id: string) {
  return queryOptions({
    queryKey: ["projects", "similar", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/projects/{id}/similar", { params: { path: { id } }, signal })),
  });
}

/** Where the projects are that fit: each place once, however many projects there are. */
export function mapQuery({ sort: _, ...asked }: Asked, bbox?: string) {
  const query = bbox ? { ...asked, bbox } : asked;
  return queryOptions({
    queryKey: ["projects", "map", query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read(api.GET("/api/v1/projects/map", { params: { query }, signal })),
  });
}
