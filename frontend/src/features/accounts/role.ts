import type { GrantCreate } from "./queries";

/** A role as it stands in the fields of a form. */
export type RoleValues = { role: GrantCreate["role"]; network: string; organisation: string };

export const NO_ROLE: RoleValues = { role: "member", network: "", organisation: "" };

/** A steward keeps a network's profile, a member acts for an organisation; others hold their role everywhere. */
export function grantOf({ role, network, organisation }: RoleValues): GrantCreate {
  if (role === "steward") return { role, on_kind: "network", on_id: network };
  if (role === "member") return { role, on_kind: "organisation", on_id: organisation };
  return { role, on_kind: "", on_id: "" };
}
