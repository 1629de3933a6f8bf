import { expect, it } from "vitest";
import type { Change } from "../queries";
import { changesOf, written } from "./written";

const bounds = {
  countries: { at_least: 10, at_most: null },
  national: { at_least: 1, at_most: 1 },
  municipal: { at_least: 0, at_most: 2 },
  host_counts: true,
  complete_within_days: 180,
  reapply_after_days: 365,
};

it.each<[Change, string]>([
  [{ change: "join", country: "CL" }, "join:CL"],
  [{ change: "vacate", country: "PE", kind: "municipal", number: 2 }, "vacate:PE:municipal:2"],
  [{ change: "rules", bounds }, "rules:10-:1-1:0-2:yes:180:365"],
])("%o is %s in an address and back", (change, text) => {
  expect(written(change)).toBe(text);
  expect(changesOf(text)).toEqual([change]);
});

it.each([
  "",
  "join",
  "join:cl",
  "paint:CL",
  "confirm:CL:seat:1",
  "confirm:CL:national:x",
  "rules:1-2",
])("%s is no change", (text) => expect(changesOf(text)).toEqual([]));
