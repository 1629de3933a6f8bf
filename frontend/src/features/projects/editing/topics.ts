import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, read } from "@/api/client";
import { useText } from "@/ui/Text";

/** Which scheme each field of a project chooses from, and how the scheme's ids are written there. */
const SCHEMES = {
  topics: { scheme: "fields-of-action", prefix: "" },
  charter_points: { scheme: "charter", prefix: "charter-" },
  traits: { scheme: "charter-traits", prefix: "" },
  sdgs: { scheme: "sdgs", prefix: "sdg-" },
} as const;
export type TopicField = keyof typeof SCHEMES;

function schemesQuery() {
  return queryOptions({
    queryKey: ["topics", "schemes"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read(api.GET("/api/v1/topic-schemes", { signal })),
  });
}

/** What a field offers, in the reader's language; the Charter's points, not the guidelines above them. */
export function useTopics(): (
  field: TopicField,
  chosen?: string[],
) => { value: string; label: string }[] {
  const text = useText();
  const schemes = useQuery(schemesQuery()).data?.items ?? [];
  const all = schemes.flatMap(({ topics }) => topics);
  return (field, chosen = []) => {
    const { scheme, prefix } = SCHEMES[field];
    const offered = schemes.find(({ id }) => id === scheme)?.topics ?? [];
    // A topic of another scheme, once chosen, can be seen and taken away.
    const others = all.filter(({ id }) => field === "topics" && chosen.includes(id));
    return [...new Set([...offered, ...others])]
      .filter(({ broader }) => field !== "charter_points" || broader)
      .map(({ id, label }) => {
        const value = id.slice(prefix.length);
        const isNumbered = field === "charter_points" || field === "sdgs";
        return { value, label: isNumbered ? `${value} ${text(label)}` : text(label) };
      });
  };
}

export function isTopicField(field: string): field is TopicField {
  return field in SCHEMES;
}
