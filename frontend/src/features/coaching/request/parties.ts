/** What comes next, gathered by whom it waits for. */
import type { Duty } from "../queries";

export type Party = { key: string; duties: [Duty, ...Duty[]] };

/** One party a column, the reader's own first; a party with several things to do stands once. */
export function parties(duties: readonly Duty[]): Party[] {
  const found = new Map<string, Party>();
  for (const duty of duties) {
    const key = duty.organisation?.slug ?? duty.who;
    const known = found.get(key);
    if (known) known.duties.push(duty);
    else found.set(key, { key, duties: [duty] });
  }
  const mine = ({ duties: [first] }: Party) => Number(first.is_yours);
  return [...found.values()].toSorted((a, b) => mine(b) - mine(a));
}
