/** Words for the codes of organisations and memberships; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const organisation_kind = {
  municipality: msg({ id: "organisation_kind.municipality", message: "Municipality" }),
  county: msg({ id: "organisation_kind.county", message: "County" }),
  region: msg({ id: "organisation_kind.region", message: "Region" }),
  state: msg({ id: "organisation_kind.state", message: "State of a federation" }),
  national_ministry: msg({
    id: "organisation_kind.national_ministry",
    message: "National ministry",
  }),
  public_agency: msg({ id: "organisation_kind.public_agency", message: "Public agency" }),
  association: msg({ id: "organisation_kind.association", message: "Association" }),
  research: msg({ id: "organisation_kind.research", message: "Research" }),
  company: msg({ id: "organisation_kind.company", message: "Company" }),
  ngo: msg({ id: "organisation_kind.ngo", message: "Non-governmental organisation" }),
  network: msg({ id: "organisation_kind.network", message: "Network" }),
  other: msg({ id: "organisation_kind.other", message: "Other organisation" }),
};

export const organisationKinds = Object.keys(
  organisation_kind,
) as (keyof typeof organisation_kind)[];

const membership_state = {
  invited: msg({ id: "membership_state.invited", message: "Invited" }),
  applied: msg({ id: "membership_state.applied", message: "Applied" }),
  active: msg({ id: "membership_state.active", message: "Member" }),
  refused: msg({ id: "membership_state.refused", message: "Refused" }),
  observer: msg({ id: "membership_state.observer", message: "Observer" }),
  suspended: msg({ id: "membership_state.suspended", message: "Suspended" }),
  former: msg({ id: "membership_state.former", message: "Former member" }),
};

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
