import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];
export type Slots = Schemas["SessionSlots"];
export type Slot = Schemas["SlotOut"];
export type DaySlots = Schemas["SlotDay"];
export type Party = Schemas["SlotParty"];
export type Closed = Schemas["OfficeClosed"];
export type SeenTime = Schemas["SlotSeen"];
export type Answers = Schemas["SlotAnswers"];
export type SlotAnswer = Answers["answers"][number]["answer"];
export type Session = Schemas["CoachingSessionOut"];
export type Meeting = Schemas["Arrangement"];
export type Way = Meeting["way"];
export type Series = Schemas["SessionSeries"];
export type Hours = Schemas["HoursOut"];
export type HoursWrite = Schemas["HoursWrite"];

export type Wanted = { first?: string; days: number; minutes: number };

/** When the parties can meet, and what each says to it. */
export function slotsQuery(id: string, wanted: Wanted) {
  return queryOptions({
    queryKey: ["coaching", "slots", id, wanted],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: wanted };
      return read(api.GET("/api/v1/coaching-requests/{id}/slots", { params, signal }));
    },
  });
}

export type Rhythm = { first: string; sessions: number; weeks: number; minutes: number };

/** Sessions every so many weeks: with turns taken, and at the same hour. */
export function seriesQuery(id: string, rhythm: Rhythm) {
  return queryOptions({
    queryKey: ["coaching", "series", id, rhythm],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: rhythm };
      return read(api.GET("/api/v1/coaching-requests/{id}/slots/series", { params, signal }));
    },
  });
}

export function sessionsQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "sessions", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/coaching-requests/{id}/sessions", { params: { path: { id } }, signal }),
      ),
  });
}

/** Where the clocks of an organisation stand, with the tag that a change names. */
export function hoursQuery(key: string) {
  return queryOptions({
    queryKey: ["coaching", "hours", key],
    staleTime: 0,
    gcTime: 0,
    queryFn: () =>
      readTagged(
        api.GET("/api/v1/organisations/{key}/office-hours", { params: { path: { key } } }),
      ),
  });
}

export function stateHours(key: string, tag: string, body: HoursWrite): Promise<Hours> {
  const params = { path: { key }, header: { "if-match": tag } };
  return read(api.PUT("/api/v1/organisations/{key}/office-hours", { params, body }));
}

export function answerSlots(id: string, once: string, body: Answers): Promise<Slots> {
  const params = { path: { id }, header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/coaching-requests/{id}/slots", { params, body }));
}

/** The address of a call, for the reader alone. */
export function enterCall(id: string, session: string) {
  const params = { path: { id, session_id: session } };
  return read(
    api.POST("/api/v1/coaching-requests/{id}/sessions/{session_id}/entrance", { params }),
  );
}

/** One session as a file for the reader's own calendar. */
export async function calendarOf(id: string, session: string): Promise<Blob> {
  const params = { path: { id, session_id: session } };
  const asked = api.GET("/api/v1/coaching-requests/{id}/sessions/{session_id}/calendar", {
    params,
    parseAs: "blob",
  });
  return (await read(asked as Promise<{ data?: Blob; response: Response }>)) as Blob;
}
