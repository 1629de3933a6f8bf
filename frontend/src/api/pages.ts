/** How many more a list shows at a time. */
export const STEP = 50;

export type Part<T> = { items: T[]; next: string | null; total: number };

/** The first `most` records of a list, in as many pages as the contract needs. */
export async function firstOf<T>(
  most: number,
  ask: (limit: number, cursor: string | undefined) => Promise<Part<T>>,
): Promise<{ items: T[]; total: number }> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await ask(Math.min(most - items.length, 100), cursor);
    items.push(...page.items);
    if (!page.next || items.length >= most) return { items, total: page.total };
    cursor = page.next;
  }
}

/** How many an address asks to be shown. */
export function shownOf(asked: string | undefined): number {
  const number = Number(asked);
  return Number.isInteger(number) && number > STEP && number <= 1000 ? number : STEP;
}
