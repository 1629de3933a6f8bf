/** Words for what is kept of a person; they travel with their page only. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { components } from "@/api/schema.gen";
import { deed, letter } from "@/i18n/deeds";
import { useWords } from "@/i18n/useWords";
import { fieldWords } from "./fieldWords";

type MyData = components["schemas"]["MyData"];

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

const section: Record<keyof MyData, MessageDescriptor> = {
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
  rooms: msg({ id: "kept_section.rooms", message: "Rooms you are or were in" }),
  tasks: msg({ id: "kept_section.tasks", message: "Action items of yours" }),
  offers: msg({ id: "kept_section.offers", message: "What you offer as a coach" }),
  private_notes: msg({
    id: "kept_section.private_notes",
    message: "Notes that only you read",
  }),
  follows: msg({ id: "kept_section.follows", message: "What you follow" }),
  searches: msg({ id: "kept_section.searches", message: "Searches you keep" }),
  attention: msg({
    id: "kept_section.attention",
    message: "When you last looked, and how often you are told",
  }),
  notices: msg({ id: "kept_section.notices", message: "Notices to you" }),
  notice_ways: msg({ id: "kept_section.notice_ways", message: "How notices reach you" }),
  notice_hours: msg({ id: "kept_section.notice_hours", message: "When the daily letter comes" }),
  imports: msg({ id: "kept_section.imports", message: "Files you have imported" }),
  import_mappings: msg({ id: "kept_section.import_mappings", message: "How your files are read" }),
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
  verb: deed,
  field: fieldWords,
};

/** The five things that can be shown, in the order in which one introduces oneself. */
export const contactKinds = Object.keys(contact_kind) as (keyof typeof contact_kind)[];
export const audiences = Object.keys(audience) as (keyof typeof audience)[];
export const sections = Object.keys(section) as (keyof MyData)[];

/** `word("audience", "members")`; a code that is not known yet is shown in plain letters. */
export const useWord = () => useWords(sets);
