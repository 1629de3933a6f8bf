/** Words for organisations and their memberships; they travel with their pages only. */
import { msg } from "@lingui/core/macro";

export const organisation_kind = {
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

export const membership_state = {
  invited: msg({ id: "membership_state.invited", message: "Invited" }),
  applied: msg({ id: "membership_state.applied", message: "Applied" }),
  active: msg({ id: "membership_state.active", message: "Member" }),
  refused: msg({ id: "membership_state.refused", message: "Refused" }),
  observer: msg({ id: "membership_state.observer", message: "Observer" }),
  suspended: msg({ id: "membership_state.suspended", message: "Suspended" }),
  former: msg({ id: "membership_state.former", message: "Former member" }),
};
