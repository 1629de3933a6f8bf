import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "@/test/show";
import { Duties, type Duty, daysUntil, inOrder } from "./Duties";

const duty = (key: string, by?: string): Duty => ({
  key,
  title: key,
  why: "because",
  action: { href: `/${key}`, label: `Do ${key}` },
  ...(by ? { by } : {}),
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 10, 23, 30) });
});

it("counts whole days of the reader's own calendar", () => {
  expect(daysUntil("2026-03-17", new Date())).toBe(7);
  expect(daysUntil("2026-03-10", new Date())).toBe(0);
  expect(daysUntil("2026-03-03", new Date())).toBe(-7);
});

it("puts what has a day first", () => {
  const keys = inOrder([duty("c"), duty("b", "2026-03-20"), duty("a", "2026-03-17")]);
  expect(keys.map(({ key }) => key)).toEqual(["a", "b", "c"]);
});

it("says how long there is, and by when", () => {
  show(<Duties duties={[duty("late", "2026-03-03"), duty("soon", "2026-03-11"), duty("open")]} />);
  const rows = screen.getAllByRole("listitem").map((row) => row.textContent);
  expect(rows[0]).toContain("7 days over");
  expect(rows[1]).toContain("1 day");
  expect(rows[1]).toContain("by 11 March 2026");
  expect(rows[2]).toContain("now");
});
