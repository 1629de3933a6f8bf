import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { PartialDate } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { InviteMember } from "./InviteMember";
import { MembershipDialog } from "./MembershipDialog";
import { type Membership, membershipsQuery } from "./queries";
import { useWord } from "./words";
import "./memberships.scss";

/** What a member is called. */
export function useMemberName(): (membership: Membership) => string {
  const language = useLanguage();
  const text = useText();
  return ({ party, country, organisation, name }) =>
    party === "country" && country
      ? countryName(country, language)
      : text(organisation?.label) || name;
}

type MembershipsProps = {
  network: string;
  isStaff: boolean;
  /** The membership that is open. */
  chosen: string | undefined;
  href: (id: string) => string;
  onClose: () => void;
};

/** Everything that the reader may see and do about who belongs to a network. */
export function Memberships({ network, isStaff, chosen, href, onClose }: MembershipsProps) {
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
          cell: (row: Membership) => <Link href={href(row.id)}>{name(row)}</Link>,
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
        {isStaff ? <InviteMember network={network} /> : null}
      </div>
      <details className="memberships">
        <summary>
          <Trans>Show all, also those invited, applied and former</Trans>
        </summary>
        {table}
      </details>
      <MembershipDialog
        membership={answer.data.find((each) => each.id === chosen)}
        onClose={onClose}
      />
    </section>
  );
}
