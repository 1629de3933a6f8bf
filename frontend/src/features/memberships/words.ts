/** Words for the life of a membership; they travel with their page only. */
import { msg } from "@lingui/core/macro";
import { membership_state } from "@/i18n/organisationWords";
import { useWords } from "@/i18n/useWords";
import type { Verb } from "./queries";

/** Each names the act. */
const membership_verb = {
  accept: msg({ id: "membership_verb.accept", message: "Accept the invitation" }),
  admit: msg({ id: "membership_verb.admit", message: "Admit" }),
  decline: msg({ id: "membership_verb.decline", message: "Decline the invitation" }),
  refuse: msg({ id: "membership_verb.refuse", message: "Refuse the application" }),
  withdraw: msg({ id: "membership_verb.withdraw", message: "Withdraw" }),
  reapply: msg({ id: "membership_verb.reapply", message: "Apply again" }),
  reinvite: msg({ id: "membership_verb.reinvite", message: "Invite again" }),
  observe: msg({ id: "membership_verb.observe", message: "Make an observer" }),
  suspend: msg({ id: "membership_verb.suspend", message: "Suspend" }),
  resume: msg({ id: "membership_verb.resume", message: "Make a member again" }),
  leave: msg({ id: "membership_verb.leave", message: "Leave the network" }),
  expel: msg({ id: "membership_verb.expel", message: "Expel" }),
  readmit: msg({ id: "membership_verb.readmit", message: "Admit again" }),
};

const WITH_REASON: readonly Verb[] = [
  "decline",
  "refuse",
  "withdraw",
  "observe",
  "suspend",
  "leave",
  "expel",
  "readmit",
];

/** Whether a step ends, refuses or limits something: then it says why. */
export function needsReason(verb: Verb): boolean {
  return WITH_REASON.includes(verb);
}

const sets = { membership_state, membership_verb };

export const useWord = () => useWords(sets);
