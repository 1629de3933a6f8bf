/** What the analysis page says is counted here, from the API's records and nothing else. */
import type { components } from "@/api/schema.gen";
import type { Analysis } from "../queries";

export type Lifeline = components["schemas"]["Lifeline"];
export type Edge = components["schemas"]["Edge"];
export type Municipality = components["schemas"]["MunicipalityCount"];
export type FoundingType = components["schemas"]["FoundingType"];
export type Stroke = "thick" | "thin" | "dotted";

/** The day the inventory looked at the networks: BBSR-Online-Publikation 36/2023. */
export const surveyYear = 2023;

export const foundingTypes: FoundingType[] = ["top_down", "bottom_up"];

/** One cell of the matrix, oldest first, unknown years last. */
export function cell(networks: Lifeline[], category: string, type: FoundingType): Lifeline[] {
  return networks
    .filter((network) => network.category === category && network.founding_type === type)
    .sort((a, b) => (a.founded_year ?? 9999) - (b.founded_year ?? 9999));
}

/** The categories in which one way of founding is more frequent than the other. */
export function leading(matrix: Analysis["matrix"], type: FoundingType): string[] {
  const other = type === "top_down" ? "bottom_up" : "top_down";
  return Object.entries(matrix)
    .filter(([, counts]) => (counts[type] ?? 0) > (counts[other] ?? 0))
    .map(([category]) => category);
}

export type Lives = { dated: (Lifeline & { founded_year: number })[]; undated: Lifeline[] };

export function lives(networks: Lifeline[]): Lives {
  const dated: Lives["dated"] = [];
  const undated: Lifeline[] = [];
  for (const network of networks) {
    if (network.founded_year === null) undated.push(network);
    else dated.push({ ...network, founded_year: network.founded_year });
  }
  dated.sort((a, b) => a.founded_year - b.founded_year);
  return { dated, undated };
}

/** The latest year since which more than half of all networks began. */
export function youngerHalf(networks: Lifeline[]): { year: number; count: number } | undefined {
  const years = networks.flatMap((network) => network.founded_year ?? []).sort((a, b) => b - a);
  const year = years[Math.floor(networks.length / 2)];
  if (year === undefined) return undefined;
  return { year, count: years.filter((each) => each >= year).length };
}

/** Whether a life is open-ended, ends in a stated year, or is limited without one. */
export function endOf(network: Lifeline): "open" | "stated" | "limited" | "unknown" {
  if (network.end_year !== null) return "stated";
  if (network.duration_kind === "unlimited") return "open";
  return network.duration_kind === "limited" ? "limited" : "unknown";
}

export type Ranked = {
  most: number;
  /** Those named most often. */
  first: Municipality[];
  /** Whole groups of equal counts, as many as fit. */
  top: Municipality[];
  /** The group after them, told in one sentence. */
  next: Municipality[];
  named: number;
};

export function rank(municipalities: Municipality[], room = 10): Ranked {
  const sorted = [...municipalities].sort((a, b) => b.count - a.count);
  const most = sorted[0]?.count ?? 0;
  let end = 0;
  while (end < sorted.length) {
    const count = sorted[end]?.count;
    const group = sorted.filter((each) => each.count === count).length;
    if (end > 0 && end + group > room) break;
    end += group;
  }
  return {
    most,
    first: sorted.filter((each) => each.count === most),
    top: sorted.slice(0, end),
    next: sorted.filter((each) => each.count === sorted[end]?.count && each.count > 1),
    named: sorted.reduce((sum, each) => sum + each.count, 0),
  };
}

const thick = new Set<Edge["kind"]>(["initiated_by", "spun_off_from", "operated_by", "led_by"]);

export function strokeOf(kind: Edge["kind"]): Stroke {
  if (thick.has(kind)) return "thick";
  return kind === "observer" ? "dotted" : "thin";
}

/** Who helped to start, run or lead most others; nobody if several share the first place. */
export function busiest(edges: Edge[]): { slug: string; count: number } | undefined {
  const helped = new Map<string, Set<string>>();
  for (const edge of edges) {
    if (strokeOf(edge.kind) !== "thick") continue;
    helped.set(edge.target, (helped.get(edge.target) ?? new Set()).add(edge.source));
  }
  const [first, second] = [...helped]
    .map(([slug, others]) => ({ slug, count: others.size }))
    .sort((a, b) => b.count - a.count);
  return first && first.count !== second?.count ? first : undefined;
}

export type Gap = { field: string; networks: string[] };

/** Fields with gaps, most gaps first, and the fields everybody states. */
export function gaps(notStated: Analysis["not_stated"]): { open: Gap[]; closed: string[] } {
  const all = Object.entries(notStated).map(([field, networks]) => ({ field, networks }));
  return {
    open: all
      .filter((gap) => gap.networks.length > 0)
      .sort((a, b) => b.networks.length - a.networks.length),
    closed: all.filter((gap) => gap.networks.length === 0).map((gap) => gap.field),
  };
}
