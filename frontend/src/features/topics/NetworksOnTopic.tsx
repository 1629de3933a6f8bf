import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/schema.gen";
import { useLabel } from "@/i18n/labels";
import { LinkButton } from "@/ui/Button";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { networksOnTopicQuery } from "./queries";
import { Named } from "./TopicStory";

type Topic = components["schemas"]["TopicOut"];

/** The networks filed under a topic. */
export function NetworksOnTopic({ topic }: { topic: Topic }) {
  const label = useLabel();
  const answer = useQuery(networksOnTopicQuery(topic.id));
  const filtered = `/networks?topic=${encodeURIComponent(topic.id)}`;

  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items, total } = answer.data;
  if (total === 0) {
    return (
      <EmptyState
        says={<Trans>No network is filed under this topic.</Trans>}
        why={
          topic.matches.length > 0 ? (
            <Trans>Networks are filed by field of action. See the related topics:</Trans>
          ) : (
            <Trans>Networks are filed by field of action, and none has been filed here.</Trans>
          )
        }
        action={
          topic.matches.length > 0 ? (
            <Named ids={topic.matches} />
          ) : (
            <LinkButton href="/networks">
              <Trans>See all networks</Trans>
            </LinkButton>
          )
        }
      />
    );
  }
  return (
    <>
      <div className="section-head">
        <h2 className="h2">
          <Plural value={total} one="# network on this topic" other="# networks on this topic" />
        </h2>
        <Link href={filtered}>
          <Trans>Open in the directory</Trans>
        </Link>
      </div>
      <ul className="topic-networks">
        {items.map((network) => (
          <li key={network.slug}>
            <h3 className="h3">
              <Link href={`/networks/${network.slug}`}>
                <Text of={network.name} />
              </Link>
            </h3>
            <p className="small muted">
              {label("category", network.category)}, {label("scope", network.geographic_scope)}
            </p>
            <p>
              <Text of={network.summary} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
