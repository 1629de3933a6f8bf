/** Words for applications; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { organisation_kind } from "@/i18n/organisationWords";
import { useWords } from "@/i18n/useWords";

const application_state = {
  unconfirmed: msg({ id: "application_state.unconfirmed", message: "Not confirmed" }),
  open: msg({ id: "application_state.open", message: "Open" }),
  admitted: msg({ id: "application_state.admitted", message: "Admitted" }),
  refused: msg({ id: "application_state.refused", message: "Refused" }),
  withdrawn: msg({ id: "application_state.withdrawn", message: "Withdrawn" }),
};

const sets = { application_state, organisation_kind };

export const KINDS = Object.keys(organisation_kind) as (keyof typeof organisation_kind)[];

export const useWord = () => useWords(sets);
