import { queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];
export type Reports = Schemas["Reports"];
export type Report = Schemas["ReportOut"];
export type ReportWrite = Schemas["ReportWrite"];
export type Action = Schemas["ActionOut"];
export type FollowUp = Schemas["FollowUpOut"];
export type Harvest = Schemas["HarvestOut"];
export type HarvestWrite =
  | Schemas["LessonDraft"]
  | Schemas["PracticeDraft"]
  | Schemas["ReplicationDraft"];
export type FollowUpAnswer = Schemas["FollowUpAnswer"];

export function reportsQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "reports", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/coaching-requests/{id}/reports", { params: { path: { id } }, signal })),
  });
}

export function actionsQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "actions", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/coaching-requests/{id}/actions", { params: { path: { id } }, signal })),
  });
}

export function followUpsQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "follow-ups", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/coaching-requests/{id}/follow-ups", { params: { path: { id } }, signal }),
      ),
  });
}

export function harvestsQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "harvests", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/coaching-requests/{id}/harvests", { params: { path: { id } }, signal }),
      ),
  });
}

export function writeReport(id: string, once: string, body: ReportWrite): Promise<Reports> {
  const params = { path: { id }, header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/coaching-requests/{id}/reports", { params, body }));
}

export function writeAction(id: string, once: string, body: Schemas["ActionCreate"]) {
  const params = { path: { id }, header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/coaching-requests/{id}/actions", { params, body }));
}

/** An action item is changed as it stands now. */
export async function changeAction(id: string, body: Schemas["ActionPatch"]): Promise<Action> {
  const path = { id };
  const { tag } = await readTagged(api.GET("/api/v1/coaching-actions/{id}", { params: { path } }));
  return read(
    api.PATCH("/api/v1/coaching-actions/{id}", {
      params: { path, header: { "if-match": tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

/** A follow-up is answered as it stands now. */
export async function answerFollowUp(id: string, once: string, body: FollowUpAnswer) {
  const path = { id };
  const { tag } = await readTagged(api.GET("/api/v1/follow-ups/{id}", { params: { path } }));
  const params = { path, header: { "if-match": tag, "idempotency-key": once } };
  return read(api.POST("/api/v1/follow-ups/{id}/answers", { params, body }));
}

export function makeOf(id: string, once: string, body: HarvestWrite): Promise<Harvest> {
  const params = { path: { id }, header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/coaching-requests/{id}/harvests", { params, body }));
}
