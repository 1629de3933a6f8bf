/** The family of a project as branches, and where each stands in the drawing. */
import type { Family, FamilyEdge, FamilyNode } from "./queries";

/** So many interested organisations without a project are shown one by one; more are counted. */
const FEW = 3;
export const NODE = { width: 216, height: 108, gap: 24, between: 176 };

export type Branch = {
  node: FamilyNode;
  /** How it hangs on its parent; none at a root. */
  edge?: FamilyEdge;
  children: Branch[];
  /** How many more are interested in it. */
  interested: number;
  /** It stems from these as well. */
  also: FamilyNode[];
};

/** Roots with what stems from them; a node that stems from several stands once, under the first. */
export function branches({ nodes, edges }: Family): Branch[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const placed = new Set<string>();

  function branch(node: FamilyNode, edge?: FamilyEdge): Branch {
    placed.add(node.id);
    const out = edges.filter(({ source, target }) => source === node.id && known.has(target));
    const isInterest = ({ state, target }: FamilyEdge) =>
      state === "interested" && !known.get(target)?.project;
    const interest = out.filter(isInterest);
    const counted = interest.length > FEW ? interest : [];
    const shown = out.filter((each) => !counted.includes(each));
    const children = shown.flatMap((each) => {
      const target = known.get(each.target);
      return target && !placed.has(target.id) ? [branch(target, each)] : [];
    });
    const also = edges.flatMap(({ source, target }) => {
      const parent = known.get(source);
      return target === node.id && source !== edge?.source && parent ? [parent] : [];
    });
    return { node, ...(edge ? { edge } : {}), children, interested: counted.length, also };
  }

  const below = new Set(edges.map(({ target }) => target));
  return nodes.filter(({ id }) => !below.has(id)).map((root) => branch(root));
}

export type Line = { from: Place; to: Place; edge: FamilyEdge | undefined };
export type Place = { x: number; y: number };
export type Drawn = {
  places: Map<string, Place>;
  /** Where the interested are counted, by the node that they are interested in. */
  counts: Map<string, Place>;
  width: number;
  height: number;
};

/** Generations stand beside each other, leaves below each other, parents in the middle of their children. */
export function drawn(roots: Branch[]): Drawn {
  const places = new Map<string, Place>();
  const counts = new Map<string, Place>();
  const row = NODE.height + NODE.gap;
  let leaves = 0;
  let generations = 0;

  function set({ node, children, interested }: Branch, depth: number): number {
    generations = Math.max(generations, depth + 1);
    const x = depth * (NODE.width + NODE.between);
    const ys = children.map((child) => set(child, depth + 1));
    if (interested > 0) {
      generations = Math.max(generations, depth + 2);
      const y = leaves++ * row;
      counts.set(node.id, { x: x + NODE.width + NODE.between, y });
      ys.push(y);
    }
    const y = ys.length > 0 ? ((ys[0] ?? 0) + (ys.at(-1) ?? 0)) / 2 : leaves++ * row;
    places.set(node.id, { x, y });
    return y;
  }

  for (const root of roots) set(root, 0);
  return {
    places,
    counts,
    width: generations * NODE.width + (generations - 1) * NODE.between,
    height: leaves * row - NODE.gap,
  };
}

/** How sure a line is: both sides confirmed it, somebody says so, or there is interest. */
export function sureness({ state, confirmed }: FamilyEdge): "confirmed" | "said" | "interest" {
  if (confirmed) return "confirmed";
  return state === "interested" ? "interest" : "said";
}
