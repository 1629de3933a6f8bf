/** The life of a request as a line of states: what was, what is, what may still come. */
import type { Event, Request, RequestState } from "../queries";

const LINE: readonly RequestState[] = [
  "draft",
  "open",
  "proposed",
  "accepted",
  "scheduled",
  "in_progress",
  "reporting",
  "completed",
];

export type Stop = {
  state: RequestState;
  when: "past" | "now" | "later";
  /** The moment it came to this state last. */
  at?: string;
  /** Of a branch: why it left the line. */
  reason?: string;
};

type Told = Pick<Request, "state" | "created_at" | "held_from">;

/** Every state of the line, or the line up to where the request left it. */
export function stops({ state, created_at, held_from }: Told, events: readonly Event[]): Stop[] {
  const entered = new Map<RequestState, Event>();
  for (const event of events) {
    if (event.before !== event.after) entered.set(event.after, event);
  }
  const atOf = (each: RequestState) => entered.get(each)?.at;
  const stop = (each: RequestState, when: Stop["when"]): Stop => {
    const at = when === "later" ? undefined : (atOf(each) ?? firstOf(each));
    return { state: each, when, ...(at ? { at } : {}) };
  };
  const firstOf = (each: RequestState) => (each === "draft" ? created_at : undefined);
  const now = LINE.indexOf(state);
  if (now >= 0) {
    return LINE.map((each, at) => stop(each, at < now ? "past" : at === now ? "now" : "later"));
  }
  const left = entered.get(state);
  const held = left?.before === "on_hold" ? entered.get("on_hold") : left;
  const from = LINE.indexOf(held_from ?? held?.before ?? "draft");
  const branch: Stop = stop(state, "now");
  if (left?.reason) branch.reason = left.reason;
  return [...LINE.slice(0, Math.max(from, 0) + 1).map((each) => stop(each, "past")), branch];
}
