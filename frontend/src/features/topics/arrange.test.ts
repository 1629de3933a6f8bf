import { expect, it } from "vitest";
import { arrange, type Scheme, type Topic, topicHref, topicsById } from "./arrange";

function topic(id: string, broader: string | null = null, narrower: string[] = []): Topic {
  return { id, scheme: "s", notation: null, label: { en: id }, broader, narrower };
}

function scheme(...topics: Topic[]): Scheme {
  return { id: "s", title: { en: "S" }, description: { en: "S" }, uri: null, topics };
}

it("groups points under their guideline and leaves single topics alone", () => {
  const charter = scheme(
    topic("g-1", null, ["g-1.2", "g-1.1", "g-1.9"]),
    topic("g-1.1", "g-1"),
    topic("g-1.2", "g-1"),
    topic("alone"),
    topic("orphan", "elsewhere"),
  );
  const { groups, single } = arrange(charter);
  expect(groups.map((g) => [g.head.id, ...g.topics.map((each) => each.id)])).toEqual([
    ["g-1", "g-1.2", "g-1.1"],
  ]);
  expect(single.map((each) => each.id)).toEqual(["alone", "orphan"]);
});

it("finds topics of every scheme by their id", () => {
  const all = topicsById([scheme(topic("a")), scheme(topic("charter-1.1"))]);
  expect([...all.keys()]).toEqual(["a", "charter-1.1"]);
});

it("keeps the dots of an id in the address", () => {
  expect(topicHref("charter-1.1")).toBe("/topics/charter-1.1");
});
