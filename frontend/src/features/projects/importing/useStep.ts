import { useState } from "react";
import { Problem } from "@/api/problem";
import { type Seen, useAfterStep } from "./queries";

/** A step on its way: whether it is, what refused it, and the way to take one. */
export function useStep() {
  const after = useAfterStep();
  const [waits, setWaits] = useState(false);
  const [refused, setRefused] = useState<Problem>();

  async function take(act: () => Promise<Seen>): Promise<Seen | undefined> {
    setRefused(undefined);
    setWaits(true);
    try {
      const seen = await act();
      after(seen);
      return seen;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setRefused(failure);
      return undefined;
    } finally {
      setWaits(false);
    }
  }

  return { waits, refused, take };
}
