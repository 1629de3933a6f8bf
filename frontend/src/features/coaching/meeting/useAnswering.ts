import { useState } from "react";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { type Seen, useAfterStep } from "../queries";
import { answerSlots, type Party, type Slot, type SlotAnswer } from "./queries";

export type Press = SlotAnswer | "look";

/** What the reader says to times for a city of theirs. */
export function useAnswering(seen: Seen, parties: readonly Party[]) {
  const once = useKey();
  const after = useAfterStep();
  const own = parties.filter(({ mine }) => mine).map(({ hours }) => hours.organisation.slug);
  const [speaksFor, speakFor] = useState(own[0]);
  const [press, setPress] = useState<Press>(own.length > 0 ? "yes" : "look");
  const [problem, setProblem] = useState<Problem>();

  /** Says the same to all of them at once; what was said before is not said again. */
  async function say(slots: readonly Slot[], answer: SlotAnswer) {
    const said = ({ answers }: Slot) =>
      answers.find(({ organisation }) => organisation === speaksFor)?.answer;
    const open = slots.filter((slot) => said(slot) !== answer);
    const [first] = open;
    if (!speaksFor || !first) return;
    setProblem(undefined);
    const key = `${open.length}-${said(first)}-${once}-${first.starts_at}-${speaksFor}`;
    try {
      for (const minutes of new Set(open.map((slot) => slot.minutes))) {
        const alike = open.filter((slot) => slot.minutes === minutes);
        await answerSlots(seen.data.id, `${minutes}-${key}`.slice(0, 100), {
          organisation: speaksFor,
          minutes,
          answers: alike.map(({ starts_at }) => ({ starts_at, answer })),
        });
      }
      await after();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    }
  }
  return { own, speaksFor, speakFor, press, setPress, problem, say };
}
