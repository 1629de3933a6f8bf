import { queryOptions } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import type { LanguageMap } from "@/i18n/text";

export type TopicCount = { id: string; label: LanguageMap; count: number };

/** How many projects there are. */
export function projectCountQuery() {
  return queryOptions({
    queryKey: ["networks", "projects"],
    queryFn: async ({ signal }) => {
      const asked = api.GET("/api/v1/projects", { params: { query: { limit: 1 } }, signal });
      const projects = await read(asked);
      return typeof projects === "string" ? 0 : projects.total;
    },
  });
}

/** The topics most networks work on, with their names. */
export function topicCountsQuery(most: number) {
  return queryOptions({
    queryKey: ["networks", "topic-counts", most],
    queryFn: async ({ signal }): Promise<TopicCount[]> => {
      const [networks, topics] = await Promise.all([
        read(
          api.GET("/api/v1/networks", {
            params: { query: { limit: 1, facets: "topic" } },
            signal,
          }),
        ),
        read(api.GET("/api/v1/topics", { params: { query: { limit: 100 } }, signal })),
      ]);
      const labels = new Map(topics.items.map((topic) => [topic.id, topic.label]));
      const counts = typeof networks === "string" ? [] : (networks.facets?.topic ?? []);
      return counts.slice(0, most).flatMap(({ value, count }) => {
        const label = labels.get(value);
        return label ? [{ id: value, label, count }] : [];
      });
    },
  });
}
