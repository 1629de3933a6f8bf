/** Words for the codes of organisations and memberships; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { membership_state, organisation_kind } from "@/i18n/organisationWords";
import { useWords } from "@/i18n/useWords";

export const organisationKinds = Object.keys(
  organisation_kind,
) as (keyof typeof organisation_kind)[];

const name_kind = {
  official: msg({ id: "name_kind.official", message: "Official name" }),
  short: msg({ id: "name_kind.short", message: "Short name" }),
  former: msg({ id: "name_kind.former", message: "Former name" }),
};

const role = {
  host: msg({ id: "role.host", message: "Host" }),
  "partner country": msg({ id: "role.partner_country", message: "Partner country" }),
  "partner municipality": msg({
    id: "role.partner_municipality",
    message: "Partner municipality",
  }),
  partner: msg({ id: "role.partner", message: "Partner" }),
  member: msg({ id: "role.member", message: "Member" }),
  operator: msg({ id: "role.operator", message: "Runs the network" }),
  lighthouse: msg({ id: "role.lighthouse", message: "Lighthouse city" }),
  follower: msg({ id: "role.follower", message: "Follower city" }),
  "founding city": msg({ id: "role.founding_city", message: "Founding city" }),
};

const sets = { organisation_kind, membership_state, name_kind, role };

/** `word("organisation_kind", "municipality")`; what has no word yet is shown in plain letters. */
export const useWord = () => useWords(sets);

/** As what somebody takes part: "Partner country", "Partner country, Suspended". A host is no member. */
export function usePart(): (role: string | null, state: string) => string {
  const word = useWord();
  return (role, state) => {
    const standing = word("membership_state", state);
    if (!role) return standing;
    const named = word("role", role);
    const enough = state === "active" || named === standing;
    return enough || role === "host" ? named : `${named}, ${standing}`;
  };
}
