/** Words for what is kept of a person; they travel with their page only. */
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { fieldWords } from "./fieldWords";

const contact_kind = {
  name: msg({ id: "shown_kind.name", message: "Name" }),
  position: msg({ id: "shown_kind.position", message: "Position" }),
  email: msg({ id: "shown_kind.email", message: "E-mail address" }),
  phone: msg({ id: "shown_kind.phone", message: "Telephone" }),
  website: msg({ id: "shown_kind.website", message: "Website" }),
};

const audience = {
  public: msg({ id: "audience.public", message: "Everybody" }),
  members: msg({ id: "audience.members", message: "Members of the network" }),
  secretariat: msg({ id: "audience.secretariat", message: "The secretariat only" }),
};

const section = {
  account: msg({ id: "kept_section.account", message: "Account" }),
  grants: msg({ id: "kept_section.grants", message: "Roles" }),
  contacts: msg({
    id: "kept_section.contacts",
    message: "What you show or have shown of yourself",
  }),
  seats: msg({ id: "kept_section.seats", message: "Seats" }),
  invitations: msg({ id: "kept_section.invitations", message: "Invitations" }),
  applications: msg({ id: "kept_section.applications", message: "Applications for membership" }),
  sessions: msg({ id: "kept_section.sessions", message: "Signing in" }),
  passkeys: msg({ id: "kept_section.passkeys", message: "Passkeys" }),
  provider_links: msg({
    id: "kept_section.provider_links",
    message: "Account of your organisation",
  }),
  letters: msg({ id: "kept_section.letters", message: "Letters to you" }),
  activity: msg({ id: "kept_section.activity", message: "Record of what was done" }),
};

const kept_state = {
  active: msg({ id: "kept_state.active", message: "active" }),
  disabled: msg({ id: "kept_state.disabled", message: "locked" }),
  open: msg({ id: "kept_state.open", message: "open" }),
  accepted: msg({ id: "kept_state.accepted", message: "accepted" }),
  revoked: msg({ id: "kept_state.revoked", message: "taken back" }),
  nominated: msg({ id: "kept_state.nominated", message: "nominated" }),
  confirmed: msg({ id: "kept_state.confirmed", message: "confirmed" }),
  refused: msg({ id: "kept_state.refused", message: "refused" }),
  ended: msg({ id: "kept_state.ended", message: "ended" }),
  unconfirmed: msg({ id: "kept_state.unconfirmed", message: "address not confirmed" }),
  admitted: msg({ id: "kept_state.admitted", message: "admitted" }),
  withdrawn: msg({ id: "kept_state.withdrawn", message: "withdrawn" }),
  queued: msg({ id: "kept_state.queued", message: "waits to be sent" }),
  sending: msg({ id: "kept_state.sending", message: "on its way" }),
  sent: msg({ id: "kept_state.sent", message: "sent" }),
  dead: msg({ id: "kept_state.dead", message: "could not be delivered" }),
};

const letter = {
  invitation: msg({ id: "letter.invitation", message: "Invitation" }),
  recovery: msg({ id: "letter.recovery", message: "Link for a new password" }),
  "account-changed": msg({ id: "letter.account-changed", message: "Change of your account" }),
  "data-export": msg({ id: "letter.data-export", message: "Your data is ready" }),
  "seat-step": msg({ id: "letter.seat-step", message: "News of a seat" }),
  "membership-step": msg({ id: "letter.membership-step", message: "News of a membership" }),
  "confirm-application": msg({
    id: "letter.confirm-application",
    message: "Request to confirm an application",
  }),
};

const verb = {
  "account.created": msg({ id: "did.account.created", message: "Account made" }),
  "account.changed": msg({ id: "did.account.changed", message: "Account changed" }),
  "account.signed_in": msg({ id: "did.account.signed_in", message: "Signed in" }),
  "application.made": msg({ id: "did.application.made", message: "Application made" }),
  "application.confirmed": msg({
    id: "did.application.confirmed",
    message: "Application confirmed",
  }),
  "contact.shown": msg({ id: "did.contact.shown", message: "Contact shown" }),
  "contact.withdrawn": msg({ id: "did.contact.withdrawn", message: "Consent withdrawn" }),
  "data.exported": msg({ id: "did.data.exported", message: "Archive of your data made" }),
  "grant.begun": msg({ id: "did.grant.begun", message: "Role begun" }),
  "grant.ended": msg({ id: "did.grant.ended", message: "Role ended" }),
  "invitation.sent": msg({ id: "did.invitation.sent", message: "Invitation sent" }),
  "invitation.sent_again": msg({
    id: "did.invitation.sent_again",
    message: "Invitation sent again",
  }),
  "invitation.accepted": msg({ id: "did.invitation.accepted", message: "Invitation accepted" }),
  "invitation.revoked": msg({ id: "did.invitation.revoked", message: "Invitation taken back" }),
  "seat.nominate": msg({ id: "did.seat.nominate", message: "Nominated for a seat" }),
  "seat.confirm": msg({ id: "did.seat.confirm", message: "Nomination confirmed" }),
  "seat.refuse": msg({ id: "did.seat.refuse", message: "Nomination refused" }),
  "seat.withdraw": msg({ id: "did.seat.withdraw", message: "Nomination withdrawn" }),
  "seat.begin_leave": msg({ id: "did.seat.begin_leave", message: "Leave begun" }),
  "seat.end_leave": msg({ id: "did.seat.end_leave", message: "Leave ended" }),
  "seat.step_down": msg({ id: "did.seat.step_down", message: "Stepped down from a seat" }),
  "seat.recall": msg({ id: "did.seat.recall", message: "Recalled from a seat" }),
  "seat.hand_over": msg({ id: "did.seat.hand_over", message: "Focal point handed over" }),
};

const kept_kind = {
  ...contact_kind,
  account: msg({ id: "kept_kind.account", message: "an account" }),
  invitation: msg({ id: "kept_kind.invitation", message: "an invitation" }),
  seat: msg({ id: "kept_kind.seat", message: "a seat" }),
  membership: msg({ id: "kept_kind.membership", message: "a membership" }),
  organisation: msg({ id: "kept_kind.organisation", message: "an organisation" }),
  network: msg({ id: "kept_kind.network", message: "a network" }),
  application: msg({ id: "kept_kind.application", message: "an application" }),
  data_export: msg({ id: "kept_kind.data_export", message: "an archive of data" }),
};

const sets = {
  contact_kind,
  kept_kind,
  audience,
  section,
  kept_state,
  letter,
  verb,
  field: fieldWords,
};

/** The five things that can be shown, in the order in which one introduces oneself. */
export const contactKinds = Object.keys(contact_kind) as (keyof typeof contact_kind)[];
export const audiences = Object.keys(audience) as (keyof typeof audience)[];
export const sections = Object.keys(section) as (keyof typeof section)[];

/** `word("audience", "members")`; a code that is not known yet is shown in plain letters. */
export function useWord(): (set: keyof typeof sets, code: string) => string {
  const { i18n } = useLingui();
  return (set, code) => {
    const known: Record<string, { id: string; message?: string }> = sets[set];
    const found = known[code];
    return found ? i18n._(found) : code.replaceAll(/[._-]/g, " ");
  };
}
