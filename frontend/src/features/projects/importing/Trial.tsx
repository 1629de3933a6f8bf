import { Trans } from "@lingui/react/macro";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Alike } from "./Alike";
import { AtWork } from "./AtWork";
import { CountFacts } from "./CountFacts";
import { doubts } from "./mapping";
import { moveImport, type RowError, type Seen } from "./queries";
import { RowErrors } from "./RowErrors";
import { useStep } from "./useStep";

type TrialProps = {
  seen: Seen;
  errors: readonly RowError[];
  /** Nothing else is left to be said before. */
  isNext: boolean;
};

/** What a file would bring, row by row, before anything is written. */
export function Trial({ seen, errors, isNext }: TrialProps) {
  const { waits, refused, take } = useStep();
  const { state, counts } = seen.data;
  if (state === "checking") {
    return <AtWork says={<Trans>The rows are being tried out</Trans>} rows={counts.read} />;
  }
  if (state === "open") {
    return (
      <div className="import-form">
        {refused ? <Refusal problem={refused} /> : null}
        <p>
          <Trans>Every row is read as it would be written. Nothing is written yet.</Trans>
        </p>
        <div className="button-row">
          <WaitingButton
            rank={isNext ? "primary" : "secondary"}
            waits={waits}
            onClick={() => void take(() => moveImport(seen, "dry_run"))}
          >
            <Trans>Try it out</Trans>
          </WaitingButton>
        </div>
      </div>
    );
  }
  return (
    <>
      <CountFacts counts={counts} written={false} />
      {doubts(seen.data, errors).length > 0 ? (
        <p>
          <Trans>
            Some of what is refused can be answered: open “Columns, fixed values and words” above,
            and try it out again.
          </Trans>
        </p>
      ) : null}
      <Alike seen={seen} rows={errors.filter(({ candidates }) => candidates.length > 0)} />
      <RowErrors run={seen.data} />
    </>
  );
}
