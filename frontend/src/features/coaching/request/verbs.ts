/** Words for the steps of a request; they travel with its page only. */
import { msg } from "@lingui/core/macro";
import { useWords } from "@/i18n/useWords";

/** The steps that stand on the page of a request; those of its sessions stand where sessions are. */
export const STEPS = [
  "submit",
  "resume",
  "finish_early",
  "hold",
  "rematch",
  "close",
  "withdraw",
  "cancel",
] as const;
export type PageStep = (typeof STEPS)[number];

/** Each names the act. */
const verb = {
  submit: msg({ id: "coaching_verb.submit", message: "Submit the request" }),
  resume: msg({ id: "coaching_verb.resume", message: "Go on now" }),
  finish_early: msg({ id: "coaching_verb.finish_early", message: "Finish early" }),
  hold: msg({ id: "coaching_verb.hold", message: "Put on hold" }),
  rematch: msg({ id: "coaching_verb.rematch", message: "Look for another coach" }),
  close: msg({ id: "coaching_verb.close", message: "Close the request" }),
  withdraw: msg({ id: "coaching_verb.withdraw", message: "Withdraw the request" }),
  cancel: msg({ id: "coaching_verb.cancel", message: "Cancel the coaching" }),
};

/** What comes of a step, before it is taken. */
const follows = {
  submit: msg({
    id: "coaching_follows.submit",
    message:
      "The secretariat reads it, and you can invite those who can help. It is open for thirty days.",
  }),
  resume: msg({
    id: "coaching_follows.resume",
    message: "It goes on where it was. What was left of each deadline begins to run again.",
  }),
  finish_early: msg({
    id: "coaching_follows.finish_early",
    message:
      "Once both sides agree, it is finished with what came of it. It does not count as cancelled.",
  }),
  hold: msg({
    id: "coaching_follows.hold",
    message:
      "All deadlines rest until the day you name, and sessions before it are cancelled. Then it goes on by itself.",
  }),
  rematch: msg({
    id: "coaching_follows.rematch",
    message:
      "The coaches are released and the request is open again. What happened so far stays on record, and reserves are asked first.",
  }),
  close: msg({
    id: "coaching_follows.close",
    message: "It ends here, as nobody has answered two reminders. Both sides read why.",
  }),
  withdraw: msg({
    id: "coaching_follows.withdraw",
    message: "It ends here and stays on record. Whoever is invited gets a letter with your reason.",
  }),
  cancel: msg({
    id: "coaching_follows.cancel",
    message: "It ends here and stays on record. All sides get a letter with your reason.",
  }),
};

export function useStepWord() {
  return useWords({ verb, follows });
}
