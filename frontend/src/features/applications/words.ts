/** Words for applications; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const application_state = {
  unconfirmed: msg({ id: "application_state.unconfirmed", message: "Not confirmed" }),
  open: msg({ id: "application_state.open", message: "Open" }),
  admitted: msg({ id: "application_state.admitted", message: "Admitted" }),
  refused: msg({ id: "application_state.refused", message: "Refused" }),
  withdrawn: msg({ id: "application_state.withdrawn", message: "Withdrawn" }),
};

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

const sets = { application_state, organisation_kind };

export const KINDS = Object.keys(organisation_kind) as (keyof typeof organisation_kind)[];

export const useWord = () => useWords(sets);
