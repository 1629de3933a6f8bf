import { expect, test } from "vitest";
import type { Event, RequestState } from "../queries";
import { stops } from "./timeline";

const CREATED = "2026-02-02T08:00:00Z";

function event(before: RequestState, after: RequestState, at: string, reason?: string): Event {
  return {
    at,
    verb: "submit",
    side: "requester",
    before,
    after,
    organisation: null,
    reason: reason ?? null,
  };
}

const OPENED = event("draft", "open", "2026-02-03T08:00:00Z");
const ASKED = event("open", "proposed", "2026-02-05T08:00:00Z");

test("what was has its day, what is stands out, what comes has none", () => {
  const line = stops({ state: "proposed", created_at: CREATED, held_from: null }, [OPENED, ASKED]);
  expect(line.map(({ when }) => when)).toEqual([
    ...["past", "past", "now"],
    ...["later", "later", "later", "later", "later"],
  ]);
  expect(line[0]?.at).toBe(CREATED);
  expect(line[2]?.at).toBe(ASKED.at);
  expect(line[3]).not.toHaveProperty("at");
});

test("a second invitation leaves the day of the first", () => {
  const again = event("proposed", "proposed", "2026-02-09T08:00:00Z");
  const line = stops({ state: "proposed", created_at: CREATED, held_from: null }, [
    ...[OPENED, ASKED, again],
  ]);
  expect(line[2]?.at).toBe(ASKED.at);
});

test("what left the line stands after the state it left, with its reason", () => {
  const ended = event("open", "withdrawn", "2026-02-06T08:00:00Z", "We found a book.");
  const line = stops({ state: "withdrawn", created_at: CREATED, held_from: null }, [OPENED, ended]);
  expect(line.map(({ state }) => state)).toEqual(["draft", "open", "withdrawn"]);
  expect(line.at(-1)).toMatchObject({ when: "now", at: ended.at, reason: "We found a book." });
});

test("what is held goes on from where it was", () => {
  const line = stops({ state: "on_hold", created_at: CREATED, held_from: "proposed" }, [
    ...[OPENED, ASKED, event("proposed", "on_hold", "2026-02-07T08:00:00Z")],
  ]);
  expect(line.map(({ state }) => state)).toEqual(["draft", "open", "proposed", "on_hold"]);
});

test("what ended while it was held stands after the state in which it was held", () => {
  const held = event("proposed", "on_hold", "2026-02-07T08:00:00Z");
  const ended = event("on_hold", "withdrawn", "2026-02-09T08:00:00Z", "We found a book.");
  const line = stops({ state: "withdrawn", created_at: CREATED, held_from: null }, [
    ...[OPENED, ASKED, held, ended],
  ]);
  expect(line.map(({ state }) => state)).toEqual(["draft", "open", "proposed", "withdrawn"]);
});
