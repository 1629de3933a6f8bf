import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "@/ui/DataTable";
import { PartialDate } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { ErrorState, Skeleton } from "@/ui/States";
import { InviteMember } from "./InviteMember";
import { type Membership, membershipsQuery } from "./queries";
import { useMemberName } from "./useMemberName";
import { useWord } from "./words";
import "./memberships.scss";

/** For the secretariat: inviting, and every membership of a network with its page. */
export function Memberships({ network }: { network: string }) {
  const { t } = useLingui();
  const word = useWord();
  const name = useMemberName();
  const answer = useQuery(membershipsQuery(network));
  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const table = (
    <DataTable
      caption={t`Memberships and their steps`}
      silentCaption
      columns={[
        {
          key: "name",
          heading: t`Member`,
          cell: (row: Membership) => <Link href={`/memberships/${row.id}`}>{name(row)}</Link>,
        },
        { key: "state", heading: t`State`, cell: (row) => word("membership_state", row.state) },
        {
          key: "since",
          heading: t`Since`,
          cell: ({ valid_from: from }) =>
            from ? <PartialDate value={from} /> : <NotStated small />,
        },
        {
          key: "to",
          heading: t`Until`,
          cell: ({ valid_to: to }) => (to ? <PartialDate value={to} /> : "–"),
        },
      ]}
      rows={answer.data}
      rowKey={(row) => row.id}
    />
  );
  return (
    <section className="section no-print">
      <div className="section-head">
        <h2 className="h2">
          <Trans>Memberships and their steps</Trans>
        </h2>
        <InviteMember network={network} />
      </div>
      <details className="memberships">
        <summary>
          <Trans>Show all, also former members</Trans>
        </summary>
        {table}
      </details>
    </section>
  );
}
