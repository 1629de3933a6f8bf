/** Words for the record of what was done; they travel with its page only. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { deed, letter } from "@/i18n/deeds";
import { membership_state, organisation_kind } from "@/i18n/organisationWords";
import { role } from "@/i18n/roles";
import { useWords } from "@/i18n/useWords";
import type { AuditEvent } from "./queries";

type Thing = AuditEvent["kind"];

const thing: Record<Thing, MessageDescriptor> = {
  coaching_hours: msg({ id: "thing.coaching_hours", message: "Office hours" }),
  coaching_session: msg({ id: "thing.coaching_session", message: "Coaching session" }),
  coaching_weights: msg({ id: "thing.coaching_weights", message: "Weights of matching" }),
  matching_round: msg({ id: "thing.matching_round", message: "Matching round" }),
  coaching_action: msg({ id: "thing.coaching_action", message: "Action item" }),
  coaching_report: msg({ id: "thing.coaching_report", message: "Coaching report" }),
  coaching_request: msg({ id: "thing.coaching_request", message: "Coaching request" }),
  follow_up: msg({ id: "thing.follow_up", message: "Follow-up" }),
  need: msg({ id: "thing.need", message: "Need" }),
  offer: msg({ id: "thing.offer", message: "Offer" }),
  account: msg({ id: "thing.account", message: "Account" }),
  application: msg({ id: "thing.application", message: "Application" }),
  client: msg({ id: "thing.client", message: "API client" }),
  data_export: msg({ id: "thing.data_export", message: "Archive of data" }),
  import: msg({ id: "thing.import", message: "Import" }),
  invitation: msg({ id: "thing.invitation", message: "Invitation" }),
  mail: msg({ id: "thing.mail", message: "Letter" }),
  membership: msg({ id: "thing.membership", message: "Membership" }),
  organisation: msg({ id: "thing.organisation", message: "Organisation" }),
  project: msg({ id: "thing.project", message: "Project" }),
  practice: msg({ id: "thing.practice", message: "Practice" }),
  replication: msg({ id: "thing.replication", message: "Replication" }),
  room: msg({ id: "thing.room", message: "Room" }),
  rules: msg({ id: "thing.rules", message: "Rules" }),
  seat: msg({ id: "thing.seat", message: "Seat" }),
};

/** What can be changed of all these things. */
const field = {
  about: msg`Concerns`,
  accessibility: msg`Accessibility`,
  account: msg`Account`,
  aliases: msg`Also called`,
  audience: msg`Shown to`,
  blackouts: msg`Days away`,
  bound_id: msg`Speaks for`,
  bound_kind: msg`Speaks for`,
  capacity: msg`Coachings per quarter`,
  challenge: msg`Challenge`,
  change: msg`What it changed`,
  changed: msg`What was changed`,
  complete_within_days: msg`Days until a country is complete`,
  confidentiality: msg`Who may read it`,
  countries: msg`Partner countries`,
  country: msg`Country`,
  digest: msg`Fingerprint of the result`,
  document: msg`Number of the document`,
  due: msg`Due`,
  email: msg`Email`,
  evidence: msg`Evidence`,
  format: msg`Format`,
  formats: msg`Formats`,
  grant: msg`Role`,
  host_counts: msg`The host country counts`,
  interpretation: msg`Interpreting`,
  jwks: msg`Public keys`,
  kept: msg`What was kept`,
  kind: msg`Kind`,
  label: msg`Name in each language`,
  language: msg`Language`,
  languages: msg`Languages`,
  latitude: msg`Latitude`,
  licence: msg`Licence`,
  link: msg`Link`,
  longitude: msg`Longitude`,
  media_type: msg`Kind of file`,
  missing: msg`What was missing`,
  municipal: msg`Municipal seats per country`,
  name: msg`Name`,
  names: msg`Names in time`,
  national: msg`National seats per country`,
  note: msg`Note`,
  on: msg`For`,
  organisation: msg`Organisation`,
  outcome: msg`Outcome`,
  parent: msg`Part of`,
  places: msg`Places`,
  points: msg`Points of the agenda`,
  population: msg`People`,
  project: msg`Project`,
  project_id: msg`Project`,
  provenance: msg`Comes from`,
  publisher: msg`Publisher`,
  questions: msg`Questions`,
  reapply_after_days: msg`Days until a new application`,
  reason: msg`Reason`,
  review_on: msg`To be looked at again`,
  role: msg`Role`,
  scopes: msg`It may`,
  secret: msg`Secret`,
  size: msg`Bytes`,
  slug: msg`Name in addresses`,
  source: msg`Source`,
  sources: msg`Sources`,
  starts_at: msg`Begins`,
  state: msg`State`,
  state_reason: msg`Reason`,
  successor: msg`Succeeded by`,
  summary: msg`Summary`,
  task: msg`Number of the action item`,
  text: msg`Text`,
  times: msg`Times answered`,
  title: msg`Title`,
  topic: msg`Topic`,
  topics: msg`Topics`,
  travel: msg`Who pays the travel`,
  tried: msg`What was tried`,
  urgency: msg`Urgency`,
  valid_from: msg`From`,
  valid_to: msg`Until`,
  value: msg`What is shown`,
  verb: msg`Step`,
  website: msg`Website`,
  window_from: msg`Not before`,
  window_to: msg`Not after`,
  wished: msg`What is wished for`,
  year: msg`Year`,
  zone: msg`Time zone`,
};

/** Who acts without an account. */
const actor = { visitor: msg`A visitor`, operator: msg`The operator` };

const held = { ...role, ...thing, network: msg`Network`, country: msg`Country` };

/** Fields whose values are codes, and the words for these. */
export const CODED: Record<string, Record<string, MessageDescriptor>> = {
  grant: held,
  on: held,
  role: held,
  bound_kind: held,
  kind: organisation_kind,
  state: {
    ...membership_state,
    active: msg`Active`,
    disabled: msg`Disabled`,
    open: msg({ id: "application_state.open", message: "Open" }),
    admitted: msg({ id: "application_state.admitted", message: "Admitted" }),
    refused: msg({ id: "application_state.refused", message: "Refused" }),
  },
};

export const THINGS = Object.keys(thing) as Thing[];

export const useWord = () => useWords({ deed, thing, field, letter, actor });
