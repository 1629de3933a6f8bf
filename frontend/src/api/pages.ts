/** How many more a list shows at a time. */
export const STEP = 50;
/** How many one page of ours shows at the most. */
export const MOST_SHOWN = 1000;

/** How many of a list are shown, and the address that shows more of it. */
export type Extent = { shown: number; more: string | undefined };

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
export function shownOf(asked: string | undefined, step = STEP, most = MOST_SHOWN): number {
  const number = Number(asked);
  return Number.isInteger(number) && number > step ? Math.min(number, most) : step;
}

/** A question to a list as an address has it. */
export function queryOf(asked: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value].flat()) params.append(name, String(one));
  }
  return params.toString();
}

/** The same question to a list, answered as a file. */
export function fileAddress(list: string, asked: object, format: string): string {
  return `/api/v1/${list}?${queryOf({ ...asked, format })}`;
}
