/** Words for rounds of matching; they travel with them only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

const state = {
  draft: msg({ id: "round_state.draft", message: "Worked out, nobody is told" }),
  confirmed: msg({ id: "round_state.confirmed", message: "Confirmed, invitations sent" }),
  undone: msg({ id: "round_state.undone", message: "Undone" }),
  discarded: msg({ id: "round_state.discarded", message: "Discarded" }),
};

const verb = {
  confirm: msg({ id: "round_verb.confirm", message: "Confirm and invite" }),
  compute: msg({ id: "round_verb.compute", message: "Work it out anew" }),
  undo: msg({ id: "round_verb.undo", message: "Undo the round" }),
  discard: msg({ id: "round_verb.discard", message: "Discard the round" }),
};

const follows = {
  confirm: msg({
    id: "round_follows.confirm",
    message: "Every coach below is invited by letter and has ten working days to answer.",
  }),
  compute: msg({
    id: "round_follows.compute",
    message: "The open requests, offers and weights of this moment are taken.",
  }),
  undo: msg({
    id: "round_follows.undo",
    message:
      "All its invitations are taken back, and the invited read your reason. It is possible until the first of them answers.",
  }),
  discard: msg({ id: "round_follows.discard", message: "It stays on record and is not used." }),
};

export const ROUND_VERBS = Object.keys(verb) as (keyof typeof verb)[];

export function useRoundWord() {
  return useWords({ state, verb, follows });
}
