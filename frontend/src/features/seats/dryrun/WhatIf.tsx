import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { TextButton } from "@/ui/Button";
import { Refusal, WaitingButton } from "@/ui/Form";
import { ErrorState } from "@/ui/States";
import { type Bounds, type Change, dryRunQuery, type Standing } from "../queries";
import { Answer } from "./Answer";
import { ChangeForm } from "./ChangeForm";
import { useChangeWords } from "./useChangeWords";
import { changesOf, written } from "./written";

type WhatIfProps = {
  network: string;
  standing: Standing | undefined;
  bounds: Bounds | undefined;
  /** What the address asks. */
  asked: string[];
  onAsk: (asked: string[]) => void;
};

type Written = { id: number; change: Change };

/** Tries changes against the rules: nothing is changed, nobody is told. */
export function WhatIf({ network, standing, bounds, asked, onAsk }: WhatIfProps) {
  const { t } = useLingui();
  const say = useChangeWords();
  const known = asked.flatMap(changesOf);
  const [steps, setSteps] = useState<Written[]>(known.map((change, id) => ({ id, change })));
  const [adds, setAdds] = useState(known.length === 0);
  const answer = useQuery({ ...dryRunQuery(network, known), enabled: known.length > 0 });
  const drafted = steps.map(({ change }) => written(change));
  /** Whether the answer is one to what stands here. */
  const answers = drafted.join() === known.map(written).join();

  function run() {
    if (answers) void answer.refetch();
    else onAsk(drafted);
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
                  setSteps(left);
                  if (left.length > 0) return;
                  setAdds(true);
                  onAsk([]);
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
              setSteps([...steps, { id: (steps.at(-1)?.id ?? 0) + 1, change: added }]);
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
              <WaitingButton waits={answer.isFetching} onClick={run}>
                {answers ? <Trans>Run again</Trans> : <Trans>Run</Trans>}
              </WaitingButton>
            </div>
          </>
        )}
      </div>
      <section className="dry-run-answer" aria-label={t`What would happen`} aria-live="polite">
        {answers && answer.isError ? (
          answer.error instanceof Problem && answer.error.status > 0 ? (
            <Refusal problem={answer.error} />
          ) : (
            <ErrorState error={answer.error} />
          )
        ) : answers && answer.data ? (
          <Answer answer={answer.data} />
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
