import { STEP, shownOf } from "@/api/pages";
import { useAddress } from "./address";

/** How many of a list the address asks for, and the address that asks for more. */
export function useShown(): { shown: number; more: string } {
  const address = useAddress();
  const shown = shownOf(address.one("shown"));
  return { shown, more: address.href({ shown: String(shown + STEP) }) };
}
