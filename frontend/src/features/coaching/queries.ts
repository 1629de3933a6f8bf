import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components, paths } from "@/api/schema.gen";

type Schemas = components["schemas"];
export type Request = Schemas["RequestOut"];
export type RequestItem = Schemas["RequestItem"];
export type RequestState = Schemas["RequestState"];
export type Verb = Request["may"][number];
export type Side = Request["sides"][number];
export type Invitation = Schemas["CoachingInvitationOut"];
export type Duty = Schemas["Duty"];
export type Event = Schemas["EventOut"];
export type Step = Schemas["RequestStep"];
export type StepLine = Schemas["CoachingStepOut"];
export type Matches = Schemas["Matches"];
export type Match = Schemas["MatchOut"];
export type MatchSet = Schemas["MatchSet"];
export type LeftOut = Schemas["LeftOutOut"];
export type Factor = Schemas["FactorOut"];
export type RequestPatch = Schemas["RequestPatch"];
export type RequestCreate = Schemas["RequestCreate"];
export type MatchPreview = Schemas["MatchPreview"];
export type Seen = { data: Request; tag: string };
export type Asked = NonNullable<paths["/api/v1/coaching-requests"]["get"]["parameters"]["query"]>;

const SHOWN_MATCHES = 25;

/** One request as it stands now, with the tag that a step names. */
export function requestQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "request", id],
    staleTime: 0,
    queryFn: ({ signal }) => askAgain(id, signal),
  });
}

/** A request as it is at this moment. */
export function askAgain(id: string, signal?: AbortSignal): Promise<Seen> {
  const asked = { params: { path: { id } }, ...(signal ? { signal } : {}) };
  return readTagged(api.GET("/api/v1/coaching-requests/{id}", asked)) as Promise<Seen>;
}

/** The requests that the reader may see, the last changed first. */
export function requestsQuery(asked: Asked, most: number) {
  return queryOptions({
    queryKey: ["coaching", "requests", asked, most],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { ...asked, limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/coaching-requests", { params: { query }, signal }));
      }),
  });
}

export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "history", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/coaching-requests/{id}/history", { params: { path: { id } }, signal })),
  });
}

/** Who could help; and about one organisation, why it is not among them. */
export function matchesQuery(id: string, explain?: string) {
  return queryOptions({
    queryKey: ["coaching", "matches", id, explain ?? ""],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { limit: SHOWN_MATCHES, ...(explain ? { explain } : {}) };
      const params = { path: { id }, query };
      return read(api.GET("/api/v1/coaching-requests/{id}/matches", { params, signal }));
    },
  });
}

/** Who would probably be found for what is written so far. */
export function previewQuery(body: MatchPreview) {
  return queryOptions({
    queryKey: ["coaching", "preview", body],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read(api.POST("/api/v1/coaching-requests/preview", { body, signal })),
  });
}

export function coachingMachineQuery() {
  return queryOptions({
    queryKey: ["coaching", "machine"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.GET("/api/v1/coaching-requests/machine", { signal })),
  });
}

export function beginRequest(body: RequestCreate, once: string): Promise<Seen> {
  const params = { header: { "idempotency-key": once } };
  return readTagged(api.POST("/api/v1/coaching-requests", { params, body }));
}

export function writeRequest(id: string, tag: string, body: RequestPatch): Promise<Seen> {
  return readTagged(
    api.PATCH("/api/v1/coaching-requests/{id}", {
      params: { path: { id }, header: { "if-match": tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

export function takeStep({ data, tag }: Seen, once: string, body: Step): Promise<Seen> {
  const params = {
    path: { id: data.id },
    header: { "if-match": tag, "idempotency-key": once },
  };
  return readTagged(api.POST("/api/v1/coaching-requests/{id}/transitions", { params, body }));
}

/** The version is the request's. */
export function invite({ data, tag }: Seen, once: string, organisation: string) {
  const params = {
    path: { id: data.id },
    header: { "if-match": tag, "idempotency-key": once },
  };
  const body = { organisation };
  return read(api.POST("/api/v1/coaching-requests/{id}/invitations", { params, body }));
}

export type Answer = Schemas["InvitationAnswer"];

/** The version is the invitation's, as it stands now. */
export async function answerInvitation(id: string, invitation: string, once: string, body: Answer) {
  const path = { id, invitation };
  const { tag } = await readTagged(
    api.GET("/api/v1/coaching-requests/{id}/invitations/{invitation}", { params: { path } }),
  );
  const params = { path, header: { "if-match": tag, "idempotency-key": once } };
  return read(
    api.POST("/api/v1/coaching-requests/{id}/invitations/{invitation}/transitions", {
      params,
      body,
    }),
  );
}

/** After a step all that shows requests is asked anew. */
export function useAfterStep() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [noun, kind] }) => noun === "coaching" && kind !== "machine",
    });
}

const MOST_PROJECTS = 100;

/** What an organisation has published, to name it in a request or as evidence. */
export function publishedQuery(organisation: string) {
  return queryOptions({
    queryKey: ["projects", "published of", organisation],
    enabled: organisation !== "",
    queryFn: ({ signal }) => {
      const query = { organisation: [organisation], limit: MOST_PROJECTS };
      // The list can also be had as a file; without `format` it is JSON.
      const asked = api.GET("/api/v1/projects", { params: { query }, signal });
      return read(asked) as Promise<Schemas["ProjectPage"]>;
    },
  });
}
