import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Badge } from "@/ui/Badge";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { Period } from "../Period";
import { type Membership, membershipsQuery } from "../queries";
import { Sources } from "../Sources";
import { byTime, type Standing, standingOf, todayOf } from "../times";
import { usePart } from "../words";

/** What an organisation belongs to now, what is under way, and what it belonged to before. */
export function Memberships({ slug }: { slug: string }) {
  const answer = useQuery(membershipsQuery(slug));
  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data.total === 0) {
    return (
      <EmptyState
        says={<Trans>No source names a network to which it belongs.</Trans>}
        why={<Trans>It is listed because another record mentions it.</Trans>}
      />
    );
  }
  const today = todayOf(new Date());
  const titles: Record<Standing, ReactNode> = {
    now: <Trans>Belongs to</Trans>,
    waiting: <Trans>Under way</Trans>,
    before: <Trans>Belonged to</Trans>,
  };
  const groups = (Object.keys(titles) as Standing[]).map((standing) => ({
    standing,
    items: answer.data.items.filter((each) => standingOf(each, today) === standing).sort(byTime),
  }));
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ standing, items }) => (
      <section key={standing} className="membership-group">
        <h2 className="h2">{titles[standing]}</h2>
        <ul className="membership-rows">
          {items.map((membership) => (
            <Row key={membership.id} membership={membership} />
          ))}
        </ul>
      </section>
    ));
}

function Row({ membership }: { membership: Membership }) {
  const part = usePart();
  const { network, state, role, decision } = membership;
  return (
    <li>
      <div>
        <h3 className="h3">
          <Link href={`/networks/${network.slug}`}>
            <Text of={network.name} />
          </Link>
        </h3>
        {decision ? (
          <p className="small">
            <Text of={decision} />
          </p>
        ) : null}
        <p className="small">
          <Link href={`/networks/${network.slug}/members`}>
            <Trans>All its members</Trans>
          </Link>
        </p>
      </div>
      <div className="membership-facts">
        <p>
          <Badge>{part(role, state)}</Badge>
        </p>
        <p className="small">
          <Period
            from={membership.valid_from}
            to={membership.valid_to}
            observed={membership.observed_on}
          />
        </p>
        <Sources sources={membership.sources} />
      </div>
    </li>
  );
}
