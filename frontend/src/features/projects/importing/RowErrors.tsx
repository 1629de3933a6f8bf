import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TextButton } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { ErrorState, Skeleton } from "@/ui/States";
import { downloadErrors, errorsQuery, type Import, type RowError } from "./queries";
import { useFieldName } from "./useFieldName";
import { isSaid, useWord } from "./words";

const FIRST = 50;
const MOST = 1000;

/** What is wrong with which row, or why its record stays as it is, and what to do; here and as a file. */
export function RowErrors({ run }: { run: Import }) {
  const { t } = useLingui();
  const name = useFieldName();
  const word = useWord();
  const [most, setMost] = useState(FIRST);
  const answer = useQuery(errorsQuery(run, most));
  if (answer.isPending) return <Skeleton rows={3} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items, total } = answer.data;
  if (total === 0) return null;
  return (
    <div className="import-errors">
      <h3 className="h3">
        <Plural value={total} one="# row to look at" other="# rows to look at" />
      </h3>
      <Download id={run.id} />
      <DataTable
        caption={t`Rows to look at`}
        silentCaption
        columns={[
          { key: "line", heading: t`Line`, cell: ({ line }: RowError) => line },
          { key: "key", heading: t`Key`, cell: ({ key }) => key },
          { key: "field", heading: t`Field`, cell: ({ field }) => name(field) },
          ...(items.some(({ cell }) => cell)
            ? [{ key: "cell", heading: t`In your file`, cell: ({ cell }: RowError) => cell }]
            : []),
          {
            key: "todo",
            heading: t`What to do`,
            cell: ({ code, detail }) => (isSaid(code) ? word("todo", code) : detail),
          },
        ]}
        rows={items}
        rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
      />
      {total > most && most < MOST ? (
        <TextButton onClick={() => setMost(MOST)}>
          <Trans>Show more</Trans>
        </TextButton>
      ) : null}
    </div>
  );
}

function Download({ id }: { id: string }) {
  const taking = useMutation({
    mutationFn: (format: "csv" | "xlsx") => downloadErrors(id, format),
  });
  return (
    <>
      <p className="import-files no-print">
        <span className="muted">
          <Trans>All of them as a file:</Trans>
        </span>
        {(["csv", "xlsx"] as const).map((format) => (
          <TextButton key={format} onClick={() => taking.mutate(format)}>
            {format.toUpperCase()}
          </TextButton>
        ))}
      </p>
      {taking.isError ? (
        <p className="small" role="alert">
          {taking.error.message || <Trans>It could not be downloaded. Please try again.</Trans>}
        </p>
      ) : null}
    </>
  );
}
