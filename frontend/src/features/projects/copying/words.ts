/** Words for the steps of a replication; they travel with their pages only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

/** Each names the act. */
const verb = {
  explore: msg({ id: "copy_verb.explore", message: "We are exploring it" }),
  adapt: msg({ id: "copy_verb.adapt", message: "We are adapting it" }),
  pilot: msg({ id: "copy_verb.pilot", message: "We are trying it out" }),
  adopt: msg({ id: "copy_verb.adopt", message: "We have adopted it" }),
  confirm_as_source: msg({ id: "copy_verb.confirm_as_source", message: "Confirm as the lead" }),
  confirm_as_adopter: msg({
    id: "copy_verb.confirm_as_adopter",
    message: "Confirm as the adopting organisation",
  }),
  reopen: msg({ id: "copy_verb.reopen", message: "It is not adopted" }),
  abandon: msg({ id: "copy_verb.abandon", message: "Withdraw" }),
  correct: msg({ id: "copy_verb.correct", message: "Say what you kept and changed" }),
};

/** What comes of a step, before it is taken. */
const follows = {
  explore: msg({ id: "copy_follows.explore", message: "The lead of the project gets a letter." }),
  adapt: msg({ id: "copy_follows.adapt", message: "The lead of the project gets a letter." }),
  pilot: msg({ id: "copy_follows.pilot", message: "The lead of the project gets a letter." }),
  adopt: msg({
    id: "copy_follows.adopt",
    message: "It counts and everybody sees it once both sides have confirmed it.",
  }),
  confirm_as_source: msg({
    id: "copy_follows.confirm_as_source",
    message: "You confirm what is said here. Once the other side does too, everybody sees it.",
  }),
  confirm_as_adopter: msg({
    id: "copy_follows.confirm_as_adopter",
    message: "You confirm what is said here. Once the lead does too, everybody sees it.",
  }),
  reopen: msg({
    id: "copy_follows.reopen",
    message: "It goes back to piloting, and both confirmations fall. The other side reads why.",
  }),
  abandon: msg({
    id: "copy_follows.abandon",
    message: "It ends here and stays on record. The lead of the project reads why.",
  }),
};

export function useWord() {
  return useWords({ verb, follows });
}
