import { useLingui } from "@lingui/react/macro";
import type { Range } from "./queries";

/** "2 to 3", "at least 2", "at most 15", "any number". */
export function useRange(): (range: Range) => string {
  const { t } = useLingui();
  return ({ at_least: least, at_most: most }) => {
    if (most === null && least === 0) return t`any number`;
    if (most === null) return t`at least ${least}`;
    if (least === 0) return t`at most ${most}`;
    return least === most ? String(least) : t`${least} to ${most}`;
  };
}
