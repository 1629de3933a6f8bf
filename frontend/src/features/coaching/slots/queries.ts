import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type Found = components["schemas"]["SessionSlots"];
export type Party = components["schemas"]["SlotParty"];
export type Day = components["schemas"]["SlotDay"];
export type Slot = components["schemas"]["SlotOut"];
export type Closed = components["schemas"]["OfficeClosed"];
export type Availability = components["schemas"]["Availability"];
export type Arrangement = components["schemas"]["Arrangement"];
export type Session = components["schemas"]["CoachingSessionOut"];
/** For which days, and how long a time is looked for. */
export type Asked = { first?: string; days: number; minutes: number };

export function slotsQuery(id: string, asked: Asked) {
  return queryOptions({
    queryKey: ["coaching", id, "slots", asked],
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/coaching-requests/{id}/slots", {
          params: { path: { id }, query: asked },
          signal,
        }),
      ),
  });
}

export function sessionsQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", id, "sessions"],
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/coaching-requests/{id}/sessions", { params: { path: { id } }, signal }),
      ),
  });
}

/** Which of the steps that settle a time the reader may take, and the tag that such a step names. */
export function requestQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", id, "request"],
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/coaching-requests/{id}", { params: { path: { id } }, signal })),
  });
}

export function sayWhen(
  id: string,
  organisation: string,
  slot: Slot,
  answer: Availability,
  once: string,
): Promise<Found> {
  return read(
    api.POST("/api/v1/coaching-requests/{id}/slots", {
      params: { path: { id }, header: { "idempotency-key": once } },
      body: {
        organisation,
        minutes: slot.minutes,
        answers: [{ starts_at: slot.starts_at, answer }],
      },
    }),
  );
}

/** Settle a time; without saying how they meet, that stays as it is. */
export function book(
  id: string,
  verb: "schedule" | "reschedule",
  slot: string,
  meeting: Arrangement | undefined,
  tag: string,
  once: string,
) {
  return read(
    api.POST("/api/v1/coaching-requests/{id}/transitions", {
      params: { path: { id }, header: { "if-match": tag, "idempotency-key": once } },
      body: { verb, slot, ...(meeting ? { meeting } : {}) },
    }),
  );
}

/** Everything about this coaching is asked again. */
export function useAfterSettling(id: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["coaching", id] });
}
