import type { DryRunOut, Standing } from "../queries";

type Stands = Standing["countries"][number];

/** A country before and after; undefined where it does not belong to the network. */
export type Compared = {
  country: string;
  before: Stands | undefined;
  after: Stands | undefined;
};

/** Every country that counts before or after, those that change first. */
export function comparedOf({ before, after }: Pick<DryRunOut, "before" | "after">): Compared[] {
  const was = new Map(before.countries.map((each) => [each.country, each]));
  const will = new Map(after.countries.map((each) => [each.country, each]));
  const rows = [...new Set([...was.keys(), ...will.keys()])].map((country) => ({
    country,
    before: was.get(country),
    after: will.get(country),
  }));
  const changes = (row: Compared) => JSON.stringify(row.before) !== JSON.stringify(row.after);
  return rows.toSorted((a, b) => Number(changes(b)) - Number(changes(a)));
}
