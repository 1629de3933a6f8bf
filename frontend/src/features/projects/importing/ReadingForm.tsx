import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { CodeFields } from "./CodeFields";
import { ColumnFields } from "./ColumnFields";
import { ConstantFields } from "./ConstantFields";
import { Doubts } from "./Doubts";
import { type Chosen, chosenOf, doubts, missing, patchOf, refusedCells, twice } from "./mapping";
import { changeImport, type RowError, type Seen } from "./queries";
import { useFieldName } from "./useFieldName";
import { useStep } from "./useStep";
import { useWord } from "./words";

type ReadingFormProps = {
  seen: Seen;
  errors: readonly RowError[];
  /** How often it was saved since the page was opened. */
  saves: number;
  onSaved: () => void;
};

/** What the columns and cells of a file are; what is saved is looked at again, and may bring other questions. */
export function ReadingForm({ seen, errors, saves, onSaved }: ReadingFormProps) {
  const { t } = useLingui();
  const name = useFieldName();
  const run = seen.data;
  const { waits, refused, take } = useStep();
  const [chosen, setChosen] = useState(() => chosenOf(run));
  const [double, setDouble] = useState<string[]>([]);
  const change = (more: Partial<Chosen>) => setChosen((before) => ({ ...before, ...more }));
  const open = doubts(run, errors);

  async function save() {
    const found = twice(chosen);
    setDouble(found);
    if (found.length > 0) return;
    if (await take(() => changeImport(seen, patchOf(run, chosen)))) onSaved();
  }

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!waits) void save();
      }}
    >
      {refused ? (
        <>
          <Refusal problem={refused} />
          {refused.errors.map((each) => (
            <p key={each.pointer}>{each.detail}</p>
          ))}
        </>
      ) : null}
      {double.length > 0 ? (
        <Notice
          live
          tone="bad"
          answer={double}
          title={t`One field may be filled by one column only`}
        >
          {double.map(name).join(", ")}
        </Notice>
      ) : null}
      {saves > 0 && run.questions.length > 0 ? (
        <Notice live answer={saves} title={t`Saved. Something is still not certain.`}>
          <Trans>Look at it below. Whatever you leave open, its rows are refused and told.</Trans>
        </Notice>
      ) : null}
      <Missing fields={missing(run)} />
      <ColumnFields run={run} chosen={chosen} onChange={change} />
      <ConstantFields chosen={chosen} onChange={change} />
      <Doubts doubts={open} chosen={chosen} onChange={change} />
      <CodeFields run={run} doubts={open} chosen={chosen} onChange={change} />
      {refusedCells(run).map(({ code, column, cells, detail }) => (
        <Notice key={`${code} ${column}`} tone="warn" title={`${column}: ${cells.join(" · ")}`}>
          <Trans>{detail} Rows with it are refused.</Trans>
        </Notice>
      ))}
      <div className="button-row">
        <WaitingButton rank="primary" type="submit" waits={waits}>
          <Trans>Read it this way</Trans>
        </WaitingButton>
      </div>
    </form>
  );
}

function Missing({ fields }: { fields: string[] }) {
  const name = useFieldName();
  const word = useWord();
  const named = fields.map(name).join(", ");
  if (fields.length === 0) return null;
  return (
    <Notice tone="warn" title={<Trans>Still missing: {named}</Trans>}>
      {word("todo", "asked_field")}
    </Notice>
  );
}
