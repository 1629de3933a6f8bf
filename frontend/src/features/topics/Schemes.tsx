import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { arrange, type Scheme, type Topic, topicHref } from "./arrange";
import { FIELDS_OF_ACTION, schemesQuery, topicCountsQuery } from "./queries";
import "./topics.scss";

/** All schemes, the fields of action first. */
export function Schemes() {
  const { t } = useLingui();
  const schemes = useQuery(schemesQuery());

  if (schemes.isPending) return <Skeleton rows={12} />;
  if (schemes.isError) {
    return <ErrorState error={schemes.error} onRetry={() => void schemes.refetch()} />;
  }
  const ordered = [...schemes.data.items].sort((a, b) => rank(a) - rank(b));
  if (ordered.length === 0) {
    return (
      <EmptyState
        says={<Trans>No topics have been entered yet.</Trans>}
        why={<Trans>Networks can be found without them.</Trans>}
        action={
          <Link href="/networks">
            <Trans>See all networks</Trans>
          </Link>
        }
      />
    );
  }
  return (
    <>
      <nav className="scheme-jumps no-print" aria-label={t`On this page`}>
        <ul>
          {ordered.map((scheme) => (
            <li key={scheme.id}>
              <a href={`#${scheme.id}`}>
                <Text of={scheme.title} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {ordered.map((scheme) => (
        <SchemeSection key={scheme.id} scheme={scheme} />
      ))}
    </>
  );
}

function rank(scheme: Scheme): number {
  return scheme.id === FIELDS_OF_ACTION ? 0 : 1;
}

function SchemeSection({ scheme }: { scheme: Scheme }) {
  const { groups, single } = arrange(scheme);
  return (
    <section className="section" id={scheme.id} aria-labelledby={`${scheme.id}-title`}>
      <h2 className="h2" id={`${scheme.id}-title`}>
        <Text of={scheme.title} />
      </h2>
      <p className="scheme-about muted">
        <Text of={scheme.description} told />
      </p>
      {scheme.id === FIELDS_OF_ACTION ? <Counted topics={single} /> : <Listed topics={single} />}
      {groups.length > 0 ? (
        <div className="guidelines">
          {groups.map(({ head, topics }) => (
            <div key={head.id}>
              <h3 className="h3">
                <TopicLink topic={head} />
              </h3>
              <Listed topics={topics} />
            </div>
          ))}
        </div>
      ) : null}
    </section>
  );
}

export function TopicLink({ topic }: { topic: Topic }) {
  return (
    <>
      {topic.notation ? <span className="topic-notation num">{topic.notation}</span> : null}
      <Link href={topicHref(topic.id)}>
        <Text of={topic.label} />
      </Link>
    </>
  );
}

function Listed({ topics }: { topics: Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <ul className={topics.some((topic) => topic.broader) ? "topic-list" : "topic-list is-wide"}>
      {topics.map((topic) => (
        <li key={topic.id}>
          <TopicLink topic={topic} />
        </li>
      ))}
    </ul>
  );
}

/** With the number of networks on each. */
function Counted({ topics }: { topics: Topic[] }) {
  const answer = useQuery(topicCountsQuery());
  const counts = new Map(answer.data?.facets?.topic?.map(({ value, count }) => [value, count]));
  const most = Math.max(1, ...counts.values());
  return (
    <>
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      <ul className="topic-counts">
        {topics.map((topic) => {
          const count = counts.get(topic.id) ?? 0;
          return (
            <li key={topic.id}>
              <TopicLink topic={topic} />
              {answer.data ? (
                <>
                  <span className="bar" aria-hidden="true">
                    <i style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <span className="small muted num">
                    <Plural value={count} one="# network" other="# networks" />
                  </span>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
