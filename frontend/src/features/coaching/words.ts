/** Words for the codes of coaching; they travel with its pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const state = {
  draft: msg({ id: "coaching_state.draft", message: "Draft" }),
  open: msg({ id: "coaching_state.open", message: "Open" }),
  proposed: msg({ id: "coaching_state.proposed", message: "Proposed" }),
  accepted: msg({ id: "coaching_state.accepted", message: "Accepted" }),
  scheduled: msg({ id: "coaching_state.scheduled", message: "Scheduled" }),
  in_progress: msg({ id: "coaching_state.in_progress", message: "In progress" }),
  reporting: msg({ id: "coaching_state.reporting", message: "Reporting" }),
  completed: msg({ id: "coaching_state.completed", message: "Completed" }),
  completed_early: msg({ id: "coaching_state.completed_early", message: "Finished early" }),
  expired: msg({ id: "coaching_state.expired", message: "Expired" }),
  on_hold: msg({ id: "coaching_state.on_hold", message: "On hold" }),
  withdrawn: msg({ id: "coaching_state.withdrawn", message: "Withdrawn" }),
  cancelled: msg({ id: "coaching_state.cancelled", message: "Cancelled" }),
};

const invitation = {
  invited: msg({ id: "coaching_invitation.invited", message: "Invited" }),
  accepted: msg({ id: "coaching_invitation.accepted", message: "Coach" }),
  reserve: msg({ id: "coaching_invitation.reserve", message: "Reserve" }),
  declined: msg({ id: "coaching_invitation.declined", message: "Declined" }),
  lapsed: msg({ id: "coaching_invitation.lapsed", message: "Not answered" }),
  recalled: msg({ id: "coaching_invitation.recalled", message: "Taken back" }),
  released: msg({ id: "coaching_invitation.released", message: "Released" }),
};

const format = {
  online: msg({ id: "coaching_format.online", message: "Online" }),
  visit_out: msg({ id: "coaching_format.visit_out", message: "We visit them" }),
  visit_in: msg({ id: "coaching_format.visit_in", message: "They visit us" }),
  sounding_board: msg({ id: "coaching_format.sounding_board", message: "Sounding board" }),
  webinar: msg({ id: "coaching_format.webinar", message: "Webinar" }),
  joint_event: msg({ id: "coaching_format.joint_event", message: "Technical event together" }),
  group: msg({ id: "coaching_format.group", message: "Group" }),
};

/** The same within a sentence: "asks for one coach, online". */
const how = {
  online: msg({ id: "coaching_how.online", message: "online" }),
  visit_out: msg({ id: "coaching_how.visit_out", message: "on a visit there" }),
  visit_in: msg({ id: "coaching_how.visit_in", message: "on a visit here" }),
  sounding_board: msg({ id: "coaching_how.sounding_board", message: "as a sounding board" }),
  webinar: msg({ id: "coaching_how.webinar", message: "in a webinar" }),
  joint_event: msg({ id: "coaching_how.joint_event", message: "at a technical event" }),
  group: msg({ id: "coaching_how.group", message: "in a group" }),
};

/** The same, as whoever coaches says it. */
const offered = {
  online: msg({ id: "coaching_offered.online", message: "Online" }),
  visit_out: msg({ id: "coaching_offered.visit_out", message: "We receive visitors" }),
  visit_in: msg({ id: "coaching_offered.visit_in", message: "We come to visit" }),
  sounding_board: msg({ id: "coaching_offered.sounding_board", message: "Sounding board" }),
  webinar: msg({ id: "coaching_offered.webinar", message: "Webinar" }),
  joint_event: msg({ id: "coaching_offered.joint_event", message: "Technical event together" }),
  group: msg({ id: "coaching_offered.group", message: "Group" }),
};

const format_hint = {
  online: msg({ id: "coaching_format_hint.online", message: "Calls with one city." }),
  visit_out: msg({ id: "coaching_format_hint.visit_out", message: "You travel to one city." }),
  visit_in: msg({ id: "coaching_format_hint.visit_in", message: "One city travels to you." }),
  sounding_board: msg({
    id: "coaching_format_hint.sounding_board",
    message: "Three to six cities hear your plan and answer.",
  }),
  webinar: msg({ id: "coaching_format_hint.webinar", message: "One city tells many." }),
  joint_event: msg({
    id: "coaching_format_hint.joint_event",
    message: "You take part in a fair or conference together.",
  }),
  group: msg({
    id: "coaching_format_hint.group",
    message: "Three to six cities work on the same question.",
  }),
};

const travel = {
  not_covered: msg({ id: "coaching_travel.not_covered", message: "Costs are not covered" }),
  requester: msg({ id: "coaching_travel.requester", message: "Whoever asks pays" }),
  coach: msg({ id: "coaching_travel.coach", message: "The coach pays" }),
  shared: msg({ id: "coaching_travel.shared", message: "Costs are shared" }),
  network: msg({ id: "coaching_travel.network", message: "The network pays" }),
};

const urgency = {
  low: msg({ id: "coaching_urgency.low", message: "It can wait" }),
  normal: msg({ id: "coaching_urgency.normal", message: "As usual" }),
  high: msg({ id: "coaching_urgency.high", message: "It is urgent" }),
};

const confidentiality = {
  parties: msg({
    id: "coaching_confidentiality.parties",
    message: "We, those we invite, and the secretariat",
  }),
  network: msg({ id: "coaching_confidentiality.network", message: "Everybody who is signed in" }),
};

/** The same, told to whoever reads it and did not choose it. */
const readers = {
  parties: msg({
    id: "coaching_readers.parties",
    message: "Whoever asks, those they invite, and the secretariat",
  }),
  network: msg({ id: "coaching_readers.network", message: "Everybody who is signed in" }),
};

const level = {
  a1: msg({ id: "language_level.a1", message: "A1" }),
  a2: msg({ id: "language_level.a2", message: "A2" }),
  b1: msg({ id: "language_level.b1", message: "B1" }),
  b2: msg({ id: "language_level.b2", message: "B2" }),
  c1: msg({ id: "language_level.c1", message: "C1" }),
  c2: msg({ id: "language_level.c2", message: "C2" }),
  native: msg({ id: "language_level.native", message: "native" }),
};

const factor = {
  topics: msg({ id: "match_factor.topics", message: "Topics" }),
  evidence: msg({ id: "match_factor.evidence", message: "Evidence" }),
  languages: msg({ id: "match_factor.languages", message: "Language" }),
  office_hours: msg({ id: "match_factor.office_hours", message: "Office hours" }),
  similar_city: msg({ id: "match_factor.similar_city", message: "Similar city" }),
  free_capacity: msg({ id: "match_factor.free_capacity", message: "Free time" }),
};

/** What each factor looks at, for whoever asks how points are given. */
const factor_meaning = {
  topics: msg({
    id: "match_meaning.topics",
    message: "how many of your topics the city offers",
  }),
  evidence: msg({
    id: "match_meaning.evidence",
    message: "published projects, lessons and words that show that it knows them",
  }),
  languages: msg({
    id: "match_meaning.languages",
    message: "whether it speaks a language you named, and how well",
  }),
  office_hours: msg({
    id: "match_meaning.office_hours",
    message: "how long both offices are open at the same time",
  }),
  similar_city: msg({
    id: "match_meaning.similar_city",
    message: "how near it is to you in size, and whether it lies in the same country",
  }),
  free_capacity: msg({
    id: "match_meaning.free_capacity",
    message: "how much of its time in this quarter is still free",
  }),
};

const left_out = {
  own_organisation: msg({ id: "left_out.own_organisation", message: "It is your own." }),
  no_consent: msg({
    id: "left_out.no_consent",
    message: "Has not agreed to be listed as a coach.",
  }),
  no_topic: msg({ id: "left_out.no_topic", message: "Offers none of your topics." }),
  format_not_offered: msg({
    id: "left_out.format_not_offered",
    message: "Does not offer this way of coaching.",
  }),
  no_capacity: msg({ id: "left_out.no_capacity", message: "No free place in this quarter." }),
  no_shared_language: msg({ id: "left_out.no_shared_language", message: "No shared language." }),
  outside_dates: msg({ id: "left_out.outside_dates", message: "Not there in your dates." }),
  declined_before: msg({ id: "left_out.declined_before", message: "Has declined this request." }),
  already_invited: msg({ id: "left_out.already_invited", message: "Is invited already." }),
};

const remedy = {
  ask_for_interpreting: msg({
    id: "match_remedy.ask_for_interpreting",
    message: "Ask for interpreting",
  }),
  choose_another_format: msg({
    id: "match_remedy.choose_another_format",
    message: "Choose another way",
  }),
  move_the_dates: msg({ id: "match_remedy.move_the_dates", message: "Move the dates" }),
};

export function useWord() {
  return useWords({
    state,
    invitation,
    format,
    how,
    format_hint,
    offered,
    travel,
    urgency,
    confidentiality,
    readers,
    level,
    factor,
    factor_meaning,
    left_out,
    remedy,
  });
}

export const STATES = Object.keys(state) as (keyof typeof state)[];
export const FORMATS = Object.keys(format) as (keyof typeof format)[];
export const LEVELS = Object.keys(level) as (keyof typeof level)[];
export const TRAVELS = Object.keys(travel) as (keyof typeof travel)[];
export const URGENCIES = Object.keys(urgency) as (keyof typeof urgency)[];
