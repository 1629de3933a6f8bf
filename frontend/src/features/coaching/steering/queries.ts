import { queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components, paths } from "@/api/schema.gen";

type Schemas = components["schemas"];
export type Round = Schemas["RoundOut"];
export type RoundItem = Schemas["RoundRow"];
export type RoundVerb = Schemas["RoundTransition"]["verb"];
export type Outcome = Schemas["RoundOutcome"];
export type Weights = Schemas["Weights"];
export type Figures = Schemas["CoachingFigures"];
export type Rate = Figures["answered"];
export type Days = NonNullable<
  paths["/api/v1/networks/{slug}/coaching-figures"]["get"]["parameters"]["query"]
>;
export type SeenRound = { data: Round; tag: string };

export const NETWORK = "iscn";
const SHOWN_ROUNDS = 25;

export function roundsQuery() {
  return queryOptions({
    queryKey: ["coaching", "rounds"],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(
        api.GET("/api/v1/matching-rounds", { params: { query: { limit: SHOWN_ROUNDS } }, signal }),
      ),
  });
}

export function roundQuery(id: string) {
  return queryOptions({
    queryKey: ["coaching", "round", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/matching-rounds/{id}", { params: { path: { id } }, signal })),
  });
}

export function computeRound(once: string): Promise<Round> {
  const params = { header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/matching-rounds", { params }));
}

export function moveRound(seen: SeenRound, once: string, verb: RoundVerb, reason?: string) {
  const params = {
    path: { id: seen.data.id },
    header: { "if-match": seen.tag, "idempotency-key": once },
  };
  const body = { verb, ...(reason ? { reason } : {}) };
  return readTagged(api.POST("/api/v1/matching-rounds/{id}/transitions", { params, body }));
}

export function weightsQuery() {
  return queryOptions({
    queryKey: ["coaching", "weights"],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(
        api.GET("/api/v1/networks/{slug}/matching-weights", {
          params: { path: { slug: NETWORK } },
          signal,
        }),
      ),
  });
}

export function decideWeights(tag: string, body: Weights) {
  const params = { path: { slug: NETWORK }, header: { "if-match": tag } };
  return read(api.PUT("/api/v1/networks/{slug}/matching-weights", { params, body }));
}

export function figuresQuery(days: Days) {
  return queryOptions({
    queryKey: ["coaching", "figures", days],
    queryFn: ({ signal }) => {
      const params = { path: { slug: NETWORK }, query: days };
      return read(api.GET("/api/v1/networks/{slug}/coaching-figures", { params, signal }));
    },
  });
}
