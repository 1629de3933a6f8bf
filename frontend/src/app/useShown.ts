import { type Extent, MOST_SHOWN, STEP, shownOf } from "@/api/pages";
import { useAddress } from "./address";

/** How many of a list the address asks for, and the address that asks for more. */
export function useShown(step = STEP, most = MOST_SHOWN): Extent {
  const address = useAddress();
  const shown = shownOf(address.one("shown"), step, most);
  const more = Math.min(shown + step, most);
  return { shown, more: more > shown ? address.href({ shown: String(more) }) : undefined };
}
