import { useState } from "react";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { askAgain, invite, type Match, type MatchSet, type Seen, useAfterStep } from "../queries";

type Member = MatchSet["members"][number];
type Organisation = Match["organisation"];
/** Where it stopped: who was asked until then, who could not be, and why. */
export type Stopped = { invited: Organisation[]; at: Organisation; problem: Problem };

/** Asks the members of a set one after the other; the first refusal ends it. */
export function useInvitingSet(seen: Seen, onInvited: (asked: Organisation[]) => void) {
  const once = useKey();
  const after = useAfterStep();
  const [waits, setWaits] = useState(false);
  const [stopped, setStopped] = useState<Stopped>();

  async function inviteAll(members: readonly Member[]) {
    setWaits(true);
    setStopped(undefined);
    const invited: Organisation[] = [];
    let now = seen;
    try {
      for (const { organisation } of members) {
        try {
          if (invited.length > 0) now = await askAgain(seen.data.id);
          await invite(now, `${once}-${now.data.version}`, organisation.slug);
        } catch (failure) {
          if (!(failure instanceof Problem)) throw failure;
          setStopped({ invited, at: organisation, problem: failure });
          return;
        }
        invited.push(organisation);
      }
      onInvited(invited);
    } finally {
      await after();
      setWaits(false);
    }
  }
  return { waits, stopped, inviteAll };
}
