import type { components } from "@/api/schema.gen";

export type Recommendation = components["schemas"]["Recommendation"];
export type Reason = components["schemas"]["Reason"];
export type Weight = { code: Reason["code"]; most: number };

/** The reasons that occur, in the order of the API, each with the most points anyone here won. */
export function weightsOf(items: readonly Recommendation[]): Weight[] {
  const most = new Map<Reason["code"], number>();
  for (const { code, points } of items.flatMap((item) => item.reasons)) {
    most.set(code, Math.max(points, most.get(code) ?? 0));
  }
  const order = longestFirst(items);
  return [...most]
    .map(([code, points]) => ({ code, most: points }))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

/** Every network lists its reasons in one order; together they tell the order of all. */
function longestFirst(items: readonly Recommendation[]): Reason["code"][] {
  const order: Reason["code"][] = [];
  const lists = items
    .map((item) => item.reasons.map((reason) => reason.code))
    .sort((a, b) => b.length - a.length);
  for (const list of lists) {
    list.forEach((code, index) => {
      if (order.includes(code)) return;
      const next = list.slice(index + 1).find((later) => order.includes(later));
      order.splice(next ? order.indexOf(next) : order.length, 0, code);
    });
  }
  return order;
}
