/** Words for the life of a seat; they travel with their page only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const seat_kind = {
  national: msg({ id: "seat_kind.national", message: "National seat" }),
  municipal: msg({ id: "seat_kind.municipal", message: "Municipal seat" }),
};

const seat_state = {
  vacant: msg({ id: "seat_state.vacant", message: "Vacant" }),
  nominated: msg({ id: "seat_state.nominated", message: "Nominated" }),
  confirmed: msg({ id: "seat_state.confirmed", message: "Confirmed" }),
  on_leave: msg({ id: "seat_state.on_leave", message: "On leave" }),
};

/** Each names the act. */
const seat_verb = {
  nominate: msg({ id: "seat_verb.nominate", message: "Nominate somebody" }),
  confirm: msg({ id: "seat_verb.confirm", message: "Confirm the nomination" }),
  refuse: msg({ id: "seat_verb.refuse", message: "Refuse the nomination" }),
  withdraw: msg({ id: "seat_verb.withdraw", message: "Withdraw the nomination" }),
  begin_leave: msg({ id: "seat_verb.begin_leave", message: "Begin a leave" }),
  end_leave: msg({ id: "seat_verb.end_leave", message: "End the leave" }),
  step_down: msg({ id: "seat_verb.step_down", message: "Step down" }),
  recall: msg({ id: "seat_verb.recall", message: "Recall the person" }),
  hand_over: msg({ id: "seat_verb.hand_over", message: "Make this person the focal point" }),
  close: msg({ id: "seat_verb.close", message: "Close the seat" }),
};

const seat_actor = {
  secretariat: msg({ id: "seat_actor.secretariat", message: "the secretariat" }),
  focal_point: msg({ id: "seat_actor.focal_point", message: "the focal point of the country" }),
  holder: msg({ id: "seat_actor.holder", message: "the person on the seat" }),
  nominator: msg({ id: "seat_actor.nominator", message: "whoever nominated the person" }),
};

const seat_guard = {
  first_by_secretariat: msg({
    id: "seat_guard.first_by_secretariat",
    message:
      "The secretariat nominates a country's first person; from then on the country's focal point does.",
  }),
  other_confirms: msg({
    id: "seat_guard.other_confirms",
    message: "Nobody decides on a person they nominated, nor on themselves.",
  }),
  within_bounds: msg({
    id: "seat_guard.within_bounds",
    message: "The rules of the network leave room.",
  }),
  has_deputy: msg({ id: "seat_guard.has_deputy", message: "There is a confirmed deputy." }),
  successor_first: msg({
    id: "seat_guard.successor_first",
    message: "The focal point of a country hands over before leaving.",
  }),
  national_confirmed: msg({
    id: "seat_guard.national_confirmed",
    message: "The seat is national and its person is confirmed.",
  }),
  empty: msg({ id: "seat_guard.empty", message: "Nobody is on the seat or nominated for it." }),
};

const seat_effect = {
  invitation: msg({
    id: "seat_effect.invitation",
    message: "The person is invited, or gets the role at once if they have an account.",
  }),
  grant_begins: msg({ id: "seat_effect.grant_begins", message: "The person's role begins." }),
  grant_ends: msg({
    id: "seat_effect.grant_ends",
    message: "The person's role ends, and what was left to do passes on.",
  }),
  deputy_acts: msg({ id: "seat_effect.deputy_acts", message: "The deputy acts from now on." }),
  deputy_rests: msg({ id: "seat_effect.deputy_rests", message: "The deputy no longer acts." }),
  focal_point_moves: msg({
    id: "seat_effect.focal_point_moves",
    message: "The person becomes the focal point of the country.",
  }),
  notice_to_person: msg({ id: "seat_effect.notice_to_person", message: "The person is told." }),
  notice_to_secretariat: msg({
    id: "seat_effect.notice_to_secretariat",
    message: "The secretariat is told.",
  }),
  notice_to_nominator: msg({
    id: "seat_effect.notice_to_nominator",
    message: "Whoever nominated the person is told.",
  }),
};

const contact_kind = {
  name: msg({ id: "contact_kind.name", message: "Name" }),
  email: msg({ id: "contact_kind.email", message: "Email" }),
  phone: msg({ id: "contact_kind.phone", message: "Telephone" }),
  position: msg({ id: "contact_kind.position", message: "Position" }),
  website: msg({ id: "contact_kind.website", message: "Website" }),
};

const sets = {
  seat_kind,
  seat_state,
  seat_verb,
  seat_actor,
  seat_guard,
  seat_effect,
  contact_kind,
};

/** `word("seat_state", "vacant")`; what has no word yet is shown in plain letters. */
export const useWord = () => useWords(sets);
