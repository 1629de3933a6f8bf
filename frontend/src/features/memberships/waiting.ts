import type { MembershipSeen } from "./queries";

/** Whether a membership waits for the answer of whoever acts for it. */
export function isAsked(membership: MembershipSeen): boolean {
  return membership.state === "invited" && membership.may.includes("accept");
}
