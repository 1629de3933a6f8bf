import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";
import type { SessionState } from "@/api/token";

export type Family = components["schemas"]["FamilyOut"];
export type FamilyNode = components["schemas"]["FamilyNode"];
export type FamilyEdge = components["schemas"]["FamilyEdge"];
export type Replication = components["schemas"]["ReplicationOut"];
export type Patch = components["schemas"]["ReplicationPatch"];
export type Step = components["schemas"]["ReplicationStep"];
export type Verb = Replication["may"][number];
export type Seen = { data: Replication; tag: string };

const SHOWN = 100;

/** What a project stems from and what stems from it; whoever is signed in may see more. */
export function familyQuery(id: string, session: SessionState) {
  return queryOptions({
    queryKey: ["projects", "family", id, session],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/projects/{id}/family", { params: { path: { id } }, signal })),
  });
}

/** Who does a project again, as far as the reader may see it. */
export function copiesQuery(id: string, session: SessionState) {
  return queryOptions({
    queryKey: ["projects", "copies", id, session],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { limit: SHOWN } };
      return read(api.GET("/api/v1/projects/{id}/replications", { params, signal }));
    },
  });
}

/** The replications in which the reader speaks for a side. */
export function ownCopiesQuery(most: number) {
  return queryOptions({
    queryKey: ["projects", "own copies", most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/me/replications", { params: { query }, signal }));
      }),
  });
}

/** One as it stands now, with the tag that a step names. */
export function copyQuery(id: string) {
  return queryOptions({
    queryKey: ["projects", "copy", id],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => readTagged(api.GET("/api/v1/replications/{id}", { params: { path: { id } } })),
  });
}

export function copyMachineQuery() {
  return queryOptions({
    queryKey: ["projects", "copy machine"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.GET("/api/v1/replications/machine", { signal })),
  });
}

export function declareCopy(id: string, organisation: string, once: string): Promise<Replication> {
  const params = { path: { id }, header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/projects/{id}/replications", { params, body: { organisation } }));
}

export function takeStep({ data, tag }: Seen, once: string, body: Step): Promise<Replication> {
  const params = {
    path: { id: data.id },
    header: { "if-match": tag, "idempotency-key": once },
  };
  return read(api.POST("/api/v1/replications/{id}/transitions", { params, body }));
}

export function tellCopy({ data, tag }: Seen, body: Patch): Promise<Replication> {
  return read(
    api.PATCH("/api/v1/replications/{id}", {
      params: { path: { id: data.id }, header: { "if-match": tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

const CONCERNED = ["family", "copies", "own copies", "copy"];

/** After a step all that shows the replication is asked anew. */
export function useAfterStep() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [noun, kind] }) =>
        noun === "projects" && CONCERNED.includes(String(kind)),
    });
}
