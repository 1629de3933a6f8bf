import { expect, test } from "vitest";
import type { Family, FamilyEdge, FamilyNode } from "./queries";
import { branches, drawn, NODE, sureness } from "./tree";

function node(id: string, project: string | null = id): FamilyNode {
  const organisation = { slug: id, name: id, label: { en: id } };
  return { id, project, title: null, organisation, country: null, state: null };
}

function edge(source: string, target: string, state: FamilyEdge["state"] = "adopted"): FamilyEdge {
  return { source, target, replication: `${source}-${target}`, state, confirmed: false };
}

function family(nodes: FamilyNode[], edges: FamilyEdge[]): Family {
  return { nodes, edges, is_whole: true };
}

test("a node that stems from two stands once and names the other", () => {
  const [root] = branches(
    family([node("a"), node("b"), node("c")], [edge("a", "b"), edge("b", "c"), edge("a", "c")]),
  );
  expect(root?.children.map((child) => child.node.id)).toEqual(["b"]);
  expect(root?.children[0]?.children.map((child) => child.node.id)).toEqual(["c"]);
  expect(root?.children[0]?.children[0]?.also.map(({ id }) => id)).toEqual(["a"]);
});

test("many who are only interested are counted", () => {
  const names = ["b", "c", "d", "e"];
  const [root] = branches(
    family(
      [node("a"), ...names.map((name) => node(name, null))],
      names.map((name) => edge("a", name, "interested")),
    ),
  );
  expect(root?.children).toEqual([]);
  expect(root?.interested).toBe(4);
});

test("parents stand in the middle of their children, and nothing stands on anything", () => {
  const roots = branches(
    family(
      [node("a"), node("b"), node("c"), node("d")],
      [edge("a", "b"), edge("a", "c"), edge("c", "d")],
    ),
  );
  const { places, width, height } = drawn(roots);
  expect(width).toBe(3 * NODE.width + 2 * NODE.between);
  expect(height).toBe(2 * NODE.height + NODE.gap);
  const [a, b, c] = ["a", "b", "c"].map((id) => places.get(id)?.y ?? -1);
  expect(a).toBe(((b ?? 0) + (c ?? 0)) / 2);
  const taken = [...places.values()].map(({ x, y }) => `${x} ${y}`);
  expect(new Set(taken).size).toBe(4);
});

test("a line is solid only where both sides confirmed it", () => {
  expect(sureness(edge("a", "b"))).toBe("said");
  expect(sureness({ ...edge("a", "b"), confirmed: true })).toBe("confirmed");
  expect(sureness(edge("a", "b", "interested"))).toBe("interest");
});
