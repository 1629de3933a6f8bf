import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import { useText } from "@/ui/Text";

const FILED_BY = "fields-of-action";

function schemesQuery() {
  return queryOptions({
    queryKey: ["topics", "schemes"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read(api.GET("/api/v1/topic-schemes", { signal })),
  });
}

/** The topics that are chosen from, and the name of any topic. */
export function useTopics() {
  const text = useText();
  const schemes = useQuery(schemesQuery()).data?.items ?? [];
  const names = new Map(
    schemes.flatMap(({ topics }) => topics.map(({ id, label }) => [id, text(label)] as const)),
  );
  const offered = schemes.find(({ id }) => id === FILED_BY)?.topics ?? [];
  return {
    name: (id: string) => names.get(id) ?? id,
    /** One that was chosen from another scheme can be seen and taken away. */
    options: (chosen: readonly string[] = []) => {
      const own = offered.map(({ id }) => id);
      return [...own, ...chosen.filter((id) => !own.includes(id))].map((id) => ({
        value: id,
        label: names.get(id) ?? id,
      }));
    },
  };
}
