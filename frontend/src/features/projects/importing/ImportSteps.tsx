import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { ConfirmStep } from "./ConfirmStep";
import { FileQuestion } from "./FileQuestion";
import { FileRead } from "./FileRead";
import { KeepMapping } from "./KeepMapping";
import { missing, questionOfFile, turnOf } from "./mapping";
import { errorsQuery, importQuery, type Seen } from "./queries";
import { ReadingForm } from "./ReadingForm";
import { SheetChoice } from "./SheetChoice";
import { Step } from "./Step";
import { Trial } from "./Trial";
import { Undoing } from "./Undoing";
import { Writing } from "./Writing";
import { useWord } from "./words";
import "./importing.scss";

const MOST_ERRORS = 1000;

/** An import from its file to what it brought, as far as it has come. */
export function ImportSteps({ id }: { id: string }) {
  const answer = useQuery(importQuery(id));
  if (answer.isPending)
    return (
      <div className="import-steps">
        <Skeleton rows={8} />
      </div>
    );
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return <Steps seen={answer.data} />;
}

function Steps({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const word = useWord();
  const run = seen.data;
  const { state } = run;
  const tried = useQuery({ ...errorsQuery(run, MOST_ERRORS), enabled: state === "checked" });
  const errors = (state === "checked" && tried.data?.items) || [];
  const [saves, setSaves] = useState(0);
  const turn = turnOf(run, saves > 0);
  const question = questionOfFile(run);
  const isChanging = state === "open" || state === "checked";
  const said = word("state", state);
  return (
    <div className="import-steps">
      <p className="import-state" role="status">
        <Trans>State: {said}</Trans>
      </p>
      {state === "failed" ? (
        <Notice tone="bad" title={<Trans>The import could not go on</Trans>}>
          {run.failure}
        </Notice>
      ) : null}
      <Step title={t`Your file`} current={turn === "file"} state={state}>
        <FileRead run={run} />
        {isChanging && run.seen.sheets.length > 1 ? <SheetChoice seen={seen} /> : null}
        {question && isChanging ? <FileQuestion seen={seen} question={question} /> : null}
      </Step>
      {isChanging && !question ? (
        <Step title={t`How it is read`} current={turn === "reading"} state={state}>
          <details open={turn === "reading"} key={`${turn} ${run.version}`}>
            <summary>
              <Trans>Columns, fixed values and words</Trans>
            </summary>
            <ReadingForm
              key={`${run.version} ${errors.length}`}
              seen={seen}
              errors={errors}
              saves={saves}
              onSaved={() => setSaves(saves + 1)}
            />
          </details>
          {missing(run).length === 0 ? <KeepMapping run={run} /> : null}
        </Step>
      ) : null}
      {state === "checking" || (isChanging && !question && missing(run).length === 0) ? (
        <Step title={t`Trial`} current={turn === "trial"} state={`${state} ${saves}`}>
          <Trial seen={seen} errors={errors} isNext={turn === "trial"} />
        </Step>
      ) : null}
      {["checked", "committing", "committed"].includes(state) ? (
        <Step title={t`Writing`} current={turn === "writing"} state={state}>
          <Writing seen={seen} />
        </Step>
      ) : null}
      {["committed", "undoing", "undone", "failed"].includes(state) ? (
        <Step title={t`Undo`} current={turn === "undo"} state={state}>
          <Undoing seen={seen} />
        </Step>
      ) : null}
      {run.may.includes("cancel") ? (
        <p>
          <ConfirmStep seen={seen} verb="cancel" name={t`Discard this import`}>
            <Trans>Nothing of this file is written. A mapping that you kept stays.</Trans>
          </ConfirmStep>
        </p>
      ) : null}
    </div>
  );
}
