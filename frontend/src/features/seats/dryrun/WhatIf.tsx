import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { TextButton } from "@/ui/Button";
import { Refusal, WaitingButton } from "@/ui/Form";
import { ErrorState } from "@/ui/States";
import { type Bounds, type Change, dryRun, type Standing } from "../queries";
import { Answer } from "./Answer";
import { ChangeForm } from "./ChangeForm";
import { useChangeWords } from "./useChangeWords";

type WhatIfProps = { network: string; standing: Standing | undefined; bounds: Bounds | undefined };

type Written = { id: number; change: Change };

/** Tries changes against the rules: nothing is changed, nobody is told. */
export function WhatIf({ network, standing, bounds }: WhatIfProps) {
  const { t } = useLingui();
  const say = useChangeWords();
  const [steps, setSteps] = useState<Written[]>([]);
  const [adds, setAdds] = useState(true);
  const asking = useMutation({
    mutationFn: () =>
      dryRun(
        network,
        steps.map(({ change }) => change),
      ),
  });

  function change(next: Written[]) {
    setSteps(next);
    asking.reset();
  }

  return (
    <div className="dry-run">
      <div className="dry-run-steps">
        <h3 className="h3">
          <Trans>What if …</Trans>
        </h3>
        <ul>
          {steps.map(({ id, change: step }) => (
            <li key={id} className="dry-run-step">
              <span>{say(step)}</span>
              <TextButton
                onClick={() => {
                  const left = steps.filter((each) => each.id !== id);
                  change(left);
                  if (left.length === 0) setAdds(true);
                }}
              >
                <Trans>
                  Remove<span className="vh"> {say(step)}</span>
                </Trans>
              </TextButton>
            </li>
          ))}
        </ul>
        {adds ? (
          <ChangeForm
            standing={standing}
            bounds={bounds}
            onAdd={(added) => {
              change([...steps, { id: (steps.at(-1)?.id ?? 0) + 1, change: added }]);
              setAdds(false);
            }}
            onCancel={steps.length > 0 ? () => setAdds(false) : undefined}
          />
        ) : (
          <>
            <p>
              <TextButton onClick={() => setAdds(true)}>
                <Trans>Add another change</Trans>
              </TextButton>
            </p>
            <div className="button-row">
              <WaitingButton waits={asking.isPending} onClick={() => asking.mutate()}>
                {asking.data ? <Trans>Run again</Trans> : <Trans>Run</Trans>}
              </WaitingButton>
            </div>
          </>
        )}
      </div>
      <section className="dry-run-answer" aria-label={t`What would happen`} aria-live="polite">
        {asking.isError ? (
          asking.error instanceof Problem && asking.error.status > 0 ? (
            <Refusal problem={asking.error} />
          ) : (
            <ErrorState error={asking.error} />
          )
        ) : asking.data ? (
          <Answer answer={asking.data} />
        ) : (
          <p className="muted">
            <Trans>
              Add what might happen and run it. The answer stands here: what the rules would refuse,
              what they would ask for, and how the network would stand.
            </Trans>
          </p>
        )}
      </section>
    </div>
  );
}
