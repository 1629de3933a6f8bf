import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, done, read } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type Followed = components["schemas"]["Followed"];
export type Follow = components["schemas"]["FollowOut"];
export type SavedSearch = components["schemas"]["SavedSearchOut"];
export type News = components["schemas"]["NewsItem"];
export type Rhythm = components["schemas"]["Rhythm"];

export function followsQuery() {
  return queryOptions({
    queryKey: ["following", "follows"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/follows", { signal })),
  });
}

export function searchesQuery() {
  return queryOptions({
    queryKey: ["following", "searches"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/searches", { signal })),
  });
}

/** What is new since the reader last said that it was seen. */
export function newsQuery() {
  return queryOptions({
    queryKey: ["following", "news"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/news", { signal })),
  });
}

export function digestQuery() {
  return queryOptions({
    queryKey: ["following", "digest"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/digest", { signal })),
  });
}

export function setFollow(kind: Followed, key: string, wanted: boolean): Promise<void> {
  const params = { path: { kind, key } };
  return done(
    wanted
      ? api.PUT("/api/v1/me/follows/{kind}/{key}", { params })
      : api.DELETE("/api/v1/me/follows/{kind}/{key}", { params }),
  );
}

export function saveSearch(query: string, name: string, once: string): Promise<SavedSearch> {
  const params = { header: { "idempotency-key": once } };
  return read(api.POST("/api/v1/me/searches", { params, body: { noun: "projects", query, name } }));
}

export function forgetSearch(id: string): Promise<void> {
  return done(api.DELETE("/api/v1/me/searches/{id}", { params: { path: { id } } }));
}

export function seeNews(at: string): Promise<void> {
  return done(api.PUT("/api/v1/me/news/seen", { body: { at } }));
}

export function setDigest(rhythm: Rhythm): Promise<void> {
  return done(api.PUT("/api/v1/me/digest", { body: { rhythm } }));
}

export function unsubscribe(token: string): Promise<void> {
  return done(api.POST("/api/v1/digests/unsubscribe", { body: { token } }));
}

/** After a change all that is followed is asked anew. */
export function useAfterFollowing() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["following"] });
}
