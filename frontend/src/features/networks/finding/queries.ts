import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import { type Asked, isAsked } from "./asked";

/** Best first; the reasons are worded in the reader's language, so the language is part of the key. */
export function recommendationsQuery(asked: Asked, limit: number, language: string) {
  const query = {
    country: asked.country,
    population: asked.population,
    topic: asked.topics,
    limit,
  };
  return queryOptions({
    queryKey: ["networks", "recommendations", query, language],
    enabled: isAsked(asked),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/networks/recommendations", { params: { query }, signal })),
  });
}
