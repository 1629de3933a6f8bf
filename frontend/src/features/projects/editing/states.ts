import type { State } from "./queries";

/** A state as a badge underlines it. */
export function toneOf(state: State): "ok" | "warn" | undefined {
  if (state === "published" || state === "approved") return "ok";
  return state === "changes_requested" || state === "needs_update" ? "warn" : undefined;
}
