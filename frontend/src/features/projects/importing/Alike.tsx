import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Radios } from "@/ui/Fields";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import { changeImport, moveImport, type RowError, type Seen } from "./queries";
import { useStep } from "./useStep";

/** Rows that resemble a project here: for each it is said whether it is that one, another, or left out. */
export function Alike({ seen, rows }: { seen: Seen; rows: readonly RowError[] }) {
  const { waits, refused, take } = useStep();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  if (rows.length === 0) return null;

  async function tell() {
    const changed = await changeImport(seen, { duplicates: answers });
    return moveImport(changed, "dry_run");
  }

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!waits && Object.keys(answers).length > 0) void take(tell);
      }}
    >
      <h3 className="h3">
        <Plural
          value={rows.length}
          one="# row resembles a project here"
          other="# rows resemble projects here"
        />
      </h3>
      {refused ? <Refusal problem={refused} /> : null}
      {rows.map((row) => (
        <OneRow
          key={row.key}
          row={row}
          answer={answers[row.key] ?? ""}
          onChange={(answer) => setAnswers((before) => ({ ...before, [row.key]: answer }))}
        />
      ))}
      <div className="button-row">
        <WaitingButton type="submit" waits={waits}>
          <Trans>Save these answers and try again</Trans>
        </WaitingButton>
      </div>
    </form>
  );
}

type OneRowProps = { row: RowError; answer: string; onChange: (answer: string) => void };

function OneRow({ row: { key, line, candidates }, answer, onChange }: OneRowProps) {
  const { t } = useLingui();
  const text = useText();
  const named = candidates.map(({ id, title }) => ({ id, called: text(title) }));
  return (
    <div className="import-doubt">
      <Radios
        legend={t`Line ${line}, key ${key}`}
        value={answer}
        options={[
          ...named.map(({ id, called }) => ({ value: id, label: t`It is this one: ${called}` })),
          { value: "create", label: t`It is a new one` },
          { value: "skip", label: t`Leave it out` },
        ]}
        onChange={onChange}
      />
      <ul>
        {named.map(({ id, called }) => (
          <li key={id}>
            <Link href={`/projects/${id}`} target="_blank">
              <Trans>Look at “{called}” in a new tab</Trans>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
