import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { topicCountsQuery } from "./queries";

/** The topics most networks work on. */
export function TopicRows() {
  const topics = useQuery(topicCountsQuery(6));
  const most = topics.data?.[0]?.count ?? 1;
  return (
    <section className="section" aria-labelledby="topics-title">
      <div className="section-head">
        <h2 className="h2" id="topics-title">
          <Trans>Networks by topic</Trans>
        </h2>
        <Link href="/topics">
          <Trans>All topics</Trans>
        </Link>
      </div>
      {topics.isError ? (
        <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />
      ) : !topics.data ? (
        <Skeleton rows={6} />
      ) : topics.data.length === 0 ? (
        <EmptyState
          says={<Trans>No network has named its topics yet.</Trans>}
          why={<Trans>As soon as one does, it is counted here.</Trans>}
        />
      ) : (
        <ul className="topic-rows">
          {topics.data.map(({ id, label, count }) => (
            <li key={id}>
              <Link href={`/topics/${id}`} className="h3">
                <Text of={label} />
              </Link>
              <div className="bar" aria-hidden="true">
                <i style={{ width: `${(count / most) * 100}%` }} />
              </div>
              <Link href={`/networks?topic=${encodeURIComponent(id)}`}>
                <Plural value={count} one="# network" other="# networks" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
