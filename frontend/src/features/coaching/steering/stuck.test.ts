import { expect, test } from "vitest";
import type { RequestItem } from "../queries";
import { isStuck } from "./stuck";

const NOW = Date.parse("2026-04-20T12:00:00Z");
const item = (state: RequestItem["state"], updated_at: string) =>
  ({ state, updated_at }) as RequestItem;

test("what has not moved for two weeks is stuck, unless it rests or waits for its day", () => {
  expect(isStuck(item("accepted", "2026-04-01T12:00:00Z"), NOW)).toBe(true);
  expect(isStuck(item("accepted", "2026-04-10T12:00:00Z"), NOW)).toBe(false);
  expect(isStuck(item("on_hold", "2026-01-01T12:00:00Z"), NOW)).toBe(false);
  expect(isStuck(item("scheduled", "2026-01-01T12:00:00Z"), NOW)).toBe(false);
});
