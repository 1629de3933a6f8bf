import type { Membership } from "./queries";

/** Whether a membership waits for the answer of whoever acts for it. */
export function isAsked(membership: Membership): boolean {
  return membership.state === "invited" && membership.may.includes("accept");
}
