import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { MembershipSteps } from "@/features/memberships/MembershipSteps";
import { membershipQuery } from "@/features/memberships/queries";
import { useMemberName } from "@/features/memberships/useMemberName";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { Guard } from "../Guard";
import "@/features/memberships/memberships.scss";

export function MembershipPage() {
  return (
    <Guard>
      <OneMembership />
    </Guard>
  );
}

function OneMembership() {
  const { t } = useLingui();
  const name = useMemberName();
  const { id } = useParams({ from: "/memberships/$id" });
  const answer = useQuery(membershipQuery(id));
  if (answer.isError) {
    return (
      <Page title={t`Membership`}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={6} />
      </div>
    );
  }
  const { data: membership, tag } = answer.data;
  const { slug, label } = membership.network;
  return (
    <Page
      title={t`Membership of ${name(membership)}`}
      heading={name(membership)}
      up={[
        { href: "/networks", label: t`Networks` },
        { href: `/networks/${slug}`, label: <Text of={label} /> },
        { href: `/networks/${slug}/members`, label: t`Members` },
      ]}
    >
      <div className="section">
        <MembershipSteps membership={membership} tag={tag} />
      </div>
    </Page>
  );
}
