import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];
export type Offer = Schemas["OfferOut"];
export type OfferPatch = Schemas["OfferPatch"];
export type OfferCreate = Schemas["OfferCreate"];
export type OfferVerb = Schemas["OfferStep"]["verb"];
export type Need = Schemas["NeedOut"];
export type NeedVerb = Schemas["NeedStep"]["verb"];

const MOST = 100;

/** The offers of the organisations for which the reader acts. */
export function myOffersQuery() {
  return queryOptions({
    queryKey: ["offers", "mine"],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(MOST, (limit, cursor) => {
        const query = { mine: true, limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/offers", { params: { query }, signal }));
      }),
  });
}

export function myNeedsQuery() {
  return queryOptions({
    queryKey: ["offers", "needs"],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(MOST, (limit, cursor) => {
        const query = { mine: true, limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/needs", { params: { query }, signal }));
      }),
  });
}

/** One as it stands now, with the tag that a change names. */
export function offerQuery(id: string) {
  return queryOptions({
    queryKey: ["offers", "one", id],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => readTagged(api.GET("/api/v1/offers/{id}", { params: { path: { id } } })),
  });
}

export function createOffer(body: OfferCreate, once: string): Promise<Offer> {
  const params = { header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/offers", { params, body }));
}

export function changeOffer(id: string, tag: string, body: OfferPatch): Promise<Offer> {
  return read(
    api.PATCH("/api/v1/offers/{id}", {
      params: { path: { id }, header: { "if-match": tag } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body,
    }),
  );
}

export function moveOffer(id: string, tag: string, once: string, verb: OfferVerb): Promise<Offer> {
  const params = { path: { id }, header: { "if-match": tag, "idempotency-key": once } };
  return read(api.POST("/api/v1/offers/{id}/transitions", { params, body: { verb } }));
}

export function createNeed(body: Schemas["NeedCreate"], once: string): Promise<Need> {
  const params = { header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/needs", { params, body }));
}

/** A need is moved as it stands now. */
export async function moveNeed(id: string, once: string, verb: NeedVerb): Promise<Need> {
  const path = { id };
  const { tag } = await readTagged(api.GET("/api/v1/needs/{id}", { params: { path } }));
  const params = { path, header: { "if-match": tag, "idempotency-key": once } };
  return read(api.POST("/api/v1/needs/{id}/transitions", { params, body: { verb } }));
}

/** After a change offers, and the matches that come of them, are asked anew. */
export function useAfterChange() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [noun, kind] }) =>
        noun === "offers" || (noun === "coaching" && (kind === "matches" || kind === "preview")),
    });
}
