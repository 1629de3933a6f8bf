import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Column, DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Dates";
import { WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { type Mail, type MailView, tryAgain } from "./queries";
import { useWord } from "./words";

/** Letters with how far they have come; one that was given up can be tried again. */
export function MailTable({ items, view }: { items: readonly Mail[]; view: MailView }) {
  const { t } = useLingui();
  const word = useWord();
  const queries = useQueryClient();
  const trying = useMutation({
    mutationFn: tryAgain,
    onSettled: () => queries.invalidateQueries({ queryKey: ["records", "mails"] }),
  });
  const ends: Record<MailView, Column<Mail>[]> = {
    dead: [
      { key: "error", heading: t`What went wrong`, cell: (row) => <Wrong of={row} /> },
      {
        key: "act",
        heading: t`Act`,
        cell: (row) => (
          <WaitingButton
            rank="secondary"
            waits={trying.isPending && trying.variables === row.id}
            onClick={() => trying.mutate(row.id)}
          >
            <Trans>
              Try again<span className="vh"> {row.to_address}</span>
            </Trans>
          </WaitingButton>
        ),
      },
    ],
    waiting: [
      { key: "next", heading: t`Next try`, cell: (row) => <Instant at={row.next_at} /> },
      { key: "error", heading: t`What went wrong`, cell: (row) => <Wrong of={row} /> },
    ],
    sent: [
      {
        key: "sent",
        heading: t`Delivered`,
        cell: (row) => (row.sent_at ? <Instant at={row.sent_at} /> : "–"),
      },
    ],
  };
  return (
    <>
      {trying.isError ? (
        <Notice live tone="bad" title={<Trans>This did not work.</Trans>}>
          {trying.error.message}
        </Notice>
      ) : null}
      {trying.isSuccess ? (
        <Notice live tone="ok" title={<Trans>The letter waits to be sent again.</Trans>} />
      ) : null}
      {items.length > 0 ? (
        <DataTable
          caption={t`Letters`}
          silentCaption
          columns={[
            { key: "to", heading: t`To`, cell: (row: Mail) => row.to_address },
            { key: "letter", heading: t`Letter`, cell: (row) => word("letter", row.letter) },
            { key: "made", heading: t`Written`, cell: (row) => <Instant at={row.created_at} /> },
            { key: "tries", heading: t`Tries`, number: true, cell: (row) => row.attempts },
            ...ends[view],
          ]}
          rows={items}
          rowKey={(row) => row.id}
        />
      ) : null}
    </>
  );
}

/** As the mail server and we put it on record, in English. */
function Wrong({ of: { last_error: error } }: { of: Mail }) {
  return error ? <span lang="en">{error}</span> : "–";
}
