import { expect, it } from "vitest";
import { endOf } from "./queries";

it("counts the last day as a whole", () => {
  expect(endOf("2026-02-28")).toBe("2026-03-01T00:00:00.000Z");
});
