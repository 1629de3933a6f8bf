/** Which requests wait for somebody who does nothing. */
import type { RequestItem } from "../queries";

const DAY_MILLISECONDS = 86_400_000;
/** After so many days without a step both sides are reminded; whoever waits longer is stuck. */
const STUCK_DAYS = 14;

/** One on hold rests; one that is scheduled waits for its day. */
const WAITING: RequestItem["state"][] = [
  "open",
  "proposed",
  "accepted",
  "in_progress",
  "reporting",
];

export function isStuck({ state, updated_at }: RequestItem, now: number): boolean {
  if (!WAITING.includes(state)) return false;
  return now - Date.parse(updated_at) > STUCK_DAYS * DAY_MILLISECONDS;
}
