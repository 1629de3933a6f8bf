import type { components } from "@/api/schema.gen";

export type Scheme = components["schemas"]["TopicSchemeOut"];
export type Topic = components["schemas"]["TopicItem"];
export type Group = { head: Topic; topics: Topic[] };

/** Guidelines with their points; topics that stand alone come in `single`. */
export function arrange(scheme: Scheme): { groups: Group[]; single: Topic[] } {
  const byId = new Map(scheme.topics.map((topic) => [topic.id, topic]));
  const top = scheme.topics.filter((topic) => !topic.broader || !byId.has(topic.broader));
  const groups = top
    .filter((topic) => topic.narrower.length > 0)
    .map((head) => ({
      head,
      topics: head.narrower.flatMap((id) => byId.get(id) ?? []),
    }));
  return { groups, single: top.filter((topic) => topic.narrower.length === 0) };
}

/** Every topic by its id, over all schemes. */
export function topicsById(schemes: readonly Scheme[]): Map<string, Topic> {
  return new Map(schemes.flatMap((scheme) => scheme.topics).map((topic) => [topic.id, topic]));
}

/** The address of a topic; ids hold dots (charter-1.1), never anything that must be escaped. */
export function topicHref(id: string): string {
  return `/topics/${encodeURIComponent(id)}`;
}
