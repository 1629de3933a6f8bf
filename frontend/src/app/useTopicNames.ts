import { useQuery } from "@tanstack/react-query";
import { schemesQuery } from "@/features/topics/queries";
import type { LanguageMap } from "@/i18n/text";

/** The labels of all topics by their ids; empty until they have come. */
export function useTopicNames(enabled = true): ReadonlyMap<string, LanguageMap> {
  const schemes = useQuery({ ...schemesQuery(), enabled });
  return new Map(
    (schemes.data?.items ?? []).flatMap((scheme) =>
      scheme.topics.map((topic) => [topic.id, topic.label] as const),
    ),
  );
}
