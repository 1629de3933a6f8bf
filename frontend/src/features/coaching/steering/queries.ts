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

const SHOWN_ROUNDS = 25;
const MOST_NETWORKS = 100;

/** The networks by name, for what is decided and counted in one. */
export function networksQuery() {
  return queryOptions({
    queryKey: ["coaching", "networks"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => {
      const params = { query: { limit: MOST_NETWORKS } };
      // The list can also be had as a file; without `format` it is JSON.
      return read(api.GET("/api/v1/networks", { params, signal })) as Promise<
        Schemas["NetworkPage"]
      >;
    },
  });
}

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

export function weightsQuery(network: string) {
  return queryOptions({
    queryKey: ["coaching", "weights", network],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(
        api.GET("/api/v1/networks/{slug}/matching-weights", {
          params: { path: { slug: network } },
          signal,
        }),
      ),
  });
}

export function decideWeights(network: string, tag: string, body: Weights) {
  const params = { path: { slug: network }, header: { "if-match": tag } };
  return read(api.PUT("/api/v1/networks/{slug}/matching-weights", { params, body }));
}

export function figuresQuery(network: string, days: Days) {
  return queryOptions({
    queryKey: ["coaching", "figures", network, days],
    queryFn: ({ signal }) => {
      const params = { path: { slug: network }, query: days };
      return read(api.GET("/api/v1/networks/{slug}/coaching-figures", { params, signal }));
    },
  });
}
