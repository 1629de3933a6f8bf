import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf, STEP } from "@/api/pages";
import type { components } from "@/api/schema.gen";

export type Desk = components["schemas"]["Desk"];
export type DeskRow = components["schemas"]["DeskRow"];
export type Story = components["schemas"]["Story"];
export type ProjectPatch = components["schemas"]["ProjectPatch"];
export type ProjectMove = components["schemas"]["ProjectMove"];
export type Verb = ProjectMove["verb"];
export type State = components["schemas"]["ProjectState"];
export type Comment = components["schemas"]["CommentOut"];
export type Revision = components["schemas"]["ProjectRevisionOut"];
export type Seen = { data: Desk; tag: string };

/** The projects of the organisations for which the reader acts. */
export function myProjectsQuery(most: number = STEP) {
  return queryOptions({
    queryKey: ["projects", "mine", most],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/me/projects", { params: { query }, signal }));
      }),
  });
}

/** What waits for a review by the reader. */
export function reviewsQuery(most: number = STEP) {
  return queryOptions({
    queryKey: ["projects", "reviews", most],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/me/reviews", { params: { query }, signal }));
      }),
  });
}

/** Both versions of a project as they stand now, with the tag that a change names. */
export function deskQuery(id: string) {
  return queryOptions({
    queryKey: ["projects", "desk", id],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => seeNow(id),
  });
}

export function seeNow(id: string): Promise<Seen> {
  return readTagged(api.GET("/api/v1/projects/{id}/desk", { params: { path: { id } } }));
}

export function machineQuery() {
  return queryOptions({
    queryKey: ["projects", "machine"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.GET("/api/v1/projects/machine", { signal })),
  });
}

export function revisionsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["projects", "revisions", id, version],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/projects/{id}/revisions", { params: { path: { id } }, signal })),
  });
}

/** The networks of which a project can be part. */
export function networksQuery() {
  return queryOptions({
    queryKey: ["projects", "networks"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => {
      const query = { limit: 100 };
      const asked = api.GET("/api/v1/networks", { params: { query }, signal });
      return read(asked) as Promise<components["schemas"]["NetworkPage"]>;
    },
  });
}

type NewProject = Pick<components["schemas"]["ProjectCreate"], "organisation" | "title" | "places">;

/** The same `once` gives the same answer, however often it is asked. */
export function createProject(write: NewProject, once: string): Promise<Seen> {
  const params = { header: { "idempotency-key": once } };
  const body = { ...write, ...EMPTY };
  return readTagged(api.POST("/api/v1/projects", { params, body }));
}

const EMPTY = {
  topics: [],
  sdgs: [],
  charter_points: [],
  traits: [],
  keywords: [],
  funding_sources: [],
  open_standards: [],
  sources: [],
  partners: [],
  networks: [],
  practices: [],
  lessons: [],
  indicators: [],
  contacts: [],
  attachments: [],
  publishes_itself: true,
};

export function writeProject({ data, tag }: Seen, body: ProjectPatch): Promise<Seen> {
  return readTagged(
    api.PATCH("/api/v1/projects/{id}/desk", {
      params: { path: { id: data.id }, header: { "if-match": tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

export function takeStep({ data, tag }: Seen, key: string, body: ProjectMove): Promise<Seen> {
  const params = {
    path: { id: data.id },
    header: { "if-match": tag, "idempotency-key": key },
  };
  return readTagged(api.POST("/api/v1/projects/{id}/transitions", { params, body }));
}

export function restoreRevision({ data, tag }: Seen, key: string, number: number): Promise<Seen> {
  const params = {
    path: { id: data.id, number },
    header: { "if-match": tag, "idempotency-key": key },
  };
  return readTagged(api.POST("/api/v1/projects/{id}/revisions/{number}/restore", { params }));
}

/** After a step or a restored version every list of projects is asked anew. */
export function useAfterChange() {
  const queries = useQueryClient();
  return async function after(made: Seen): Promise<void> {
    queries.setQueryData(deskQuery(made.data.id).queryKey, made);
    await queries.invalidateQueries({
      predicate: ({ queryKey: [noun, kind] }) => noun === "projects" && kind !== "desk",
    });
  };
}
