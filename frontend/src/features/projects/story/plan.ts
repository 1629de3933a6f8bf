import type { Indicator } from "../queries";

type Value = { on: string; value: number };
export type Bar = {
  key: string;
  kind: "baseline" | "target" | "measured";
  on: string;
  value: number;
};

const MOST_MEASURED = 6;

/** What is drawn of an indicator: where it began, the latest that was measured, and where it is to arrive. */
export function barsOf(indicator: Indicator): Bar[] {
  const measured = [...(indicator.measurements ?? [])].sort((a, b) => a.on.localeCompare(b.on));
  const bar = (kind: Bar["kind"], { on, value }: Value): Bar => ({
    key: `${kind} ${on}`,
    kind,
    on,
    value,
  });
  return [
    ...(indicator.baseline ? [bar("baseline", indicator.baseline)] : []),
    ...measured.slice(-MOST_MEASURED).map((each) => bar("measured", each)),
    ...(indicator.target ? [bar("target", indicator.target)] : []),
  ];
}

/** All its values by time, for the table. */
export function valuesOf(indicator: Indicator): Bar[] {
  const all = barsOf({ ...indicator, measurements: [] });
  const measured = (indicator.measurements ?? []).map(
    ({ on, value }): Bar => ({ key: `measured ${on}`, kind: "measured", on, value }),
  );
  return [...all, ...measured].sort((a, b) => a.on.localeCompare(b.on));
}

/** Where a bar lies between the smallest and the largest value, zero always among them; in per cent. */
export function spanOf(bar: Bar, bars: readonly Bar[]): { left: number; width: number } {
  const values = bars.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const reach = most - least || 1;
  const from = Math.min(0, bar.value);
  return {
    left: ((from - least) / reach) * 100,
    width: (Math.abs(bar.value) / reach) * 100,
  };
}
