import { useLingui } from "@lingui/react/macro";
import type { DeputyStep } from "./records";

/** What is done about a deputy, as the name of a button. */
export function useDeputyWord(): (step: DeputyStep) => string {
  const { t } = useLingui();
  const words: Record<DeputyStep, string> = {
    nominate: t`Nominate a deputy`,
    confirm: t`Confirm the deputy`,
    refuse: t`Refuse the deputy`,
    withdraw: t`Withdraw the deputy's nomination`,
    recall: t`Recall the deputy`,
  };
  return (step) => words[step];
}
