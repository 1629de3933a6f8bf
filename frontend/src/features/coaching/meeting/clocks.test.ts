import { expect, test } from "vitest";
import { axisOf, clockOf, DAY, minutesOf, offsetOf } from "./clocks";

const office = (from: number, to: number) => [{ from: from * 60, to: to * 60 }];

test("the shared time of two offices is found on one axis", () => {
  const { rows, shared } = axisOf([
    { slug: "kochi", offset: 330, open: office(10, 17) },
    { slug: "hortolandia", offset: -180, open: office(8, 17) },
  ]);
  expect(shared && shared.to - shared.from).toBe(30);
  const [kochi, hortolandia] = rows.map(({ cells }) =>
    cells.find(({ from, to }) => shared && from <= shared.from && to >= shared.to),
  );
  expect([kochi?.hour, kochi?.kind]).toEqual([16, "office"]);
  expect([hortolandia?.hour, hortolandia?.kind]).toEqual([8, "office"]);
});

test("an axis is a whole day for every clock, and nights are nights", () => {
  const { rows } = axisOf([{ slug: "koeln", offset: 60, open: office(9, 17) }]);
  const cells = rows[0]?.cells ?? [];
  expect(cells.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(DAY);
  expect(cells.filter(({ kind }) => kind === "office").map(({ hour }) => hour)).toEqual([
    9, 10, 11, 12, 13, 14, 15, 16,
  ]);
  expect(cells.find(({ hour }) => hour === 23)?.kind).toBe("night");
});

test("offices at opposite ends of the day share no time", () => {
  const { shared } = axisOf([
    { slug: "a", offset: 0, open: office(9, 12) },
    { slug: "b", offset: 720, open: office(9, 12) },
  ]);
  expect(shared).toBeUndefined();
});

test("an offset is that of the day, also where clocks are changed", () => {
  expect(offsetOf("Europe/Berlin", new Date("2026-10-24T12:00:00Z"))).toBe(120);
  expect(offsetOf("Europe/Berlin", new Date("2026-10-26T12:00:00Z"))).toBe(60);
  expect(offsetOf("America/Fortaleza", new Date("2026-10-26T12:00:00Z"))).toBe(-180);
  expect(offsetOf("Asia/Kolkata", new Date("2026-10-26T12:00:00Z"))).toBe(330);
});

test("clocks are read and written", () => {
  expect(minutesOf("09:30")).toBe(570);
  expect(clockOf(570 + DAY)).toBe("09:30");
});
