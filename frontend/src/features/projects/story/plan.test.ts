import { expect, it } from "vitest";
import type { Indicator } from "../queries";
import { barsOf, spanOf, valuesOf } from "./plan";

const on = (day: string, value: number) => ({ on: day, value, source: null });
const indicator: Indicator = {
  id: "trips",
  source: null,
  not_measured: null,
  name: { en: "Trips a day" },
  unit: { en: "trips" },
  baseline: on("2016", 0),
  target: on("2020", 40),
  measurements: [on("2019", 9), on("2017-06", 20)],
};

it("draws beginning, measurements by time, and target", () => {
  expect(barsOf(indicator).map(({ key }) => key)).toEqual([
    "baseline 2016",
    "measured 2017-06",
    "measured 2019",
    "target 2020",
  ]);
});

it("draws no target that nobody stated", () => {
  const kinds = barsOf({ ...indicator, target: null, baseline: null }).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["measured"]));
});

it("keeps every value for the table, by time", () => {
  const many = Array.from({ length: 9 }, (_, index) => on(`200${index}`, index));
  const all = valuesOf({ ...indicator, measurements: many });
  expect(all).toHaveLength(11);
  expect(barsOf({ ...indicator, measurements: many })).toHaveLength(8);
});

it("lets all bars begin at one zero, below it too", () => {
  const bars = barsOf({ ...indicator, baseline: on("2016", -10) });
  const [below, , , target] = bars;
  expect(below && spanOf(below, bars)).toEqual({ left: 0, width: 20 });
  expect(target && spanOf(target, bars)).toEqual({ left: 20, width: 80 });
});
