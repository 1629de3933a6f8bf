import { Plural, Trans } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { Day, ZoneOfDays } from "../Day";
import { type Request, type RequestItem, requestsQuery } from "../queries";
import { useWord } from "../words";
import { isStuck } from "./stuck";
import "../coaching.scss";
import "./steering.scss";

const COLUMNS: Request["state"][] = [
  "open",
  "proposed",
  "accepted",
  "scheduled",
  "in_progress",
  "reporting",
  "on_hold",
];
const MOST = 50;

/** Every request that goes on, by where it stands; what has not moved is marked. */
export function Board() {
  const word = useWord();
  const columns = useQueries({
    queries: COLUMNS.map((state) => requestsQuery({ state: [state] }, MOST)),
  });
  const failed = columns.find(({ isError }) => isError);
  if (failed?.error) {
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (columns.some(({ isPending }) => isPending)) return <Skeleton rows={6} />;
  const now = Date.now();
  return (
    <>
      <ul className="board section">
        {COLUMNS.map((state, index) => {
          const { items = [], total = 0 } = columns[index]?.data ?? {};
          return (
            <li key={state}>
              <h2 className="h3">
                {word("state", state)} <span className="muted num">{total}</span>
              </h2>
              {items.length === 0 ? (
                <p className="small muted">
                  <Trans>none</Trans>
                </p>
              ) : (
                <ul>
                  {items.map((each) => (
                    <Card key={each.id} of={each} now={now} />
                  ))}
                </ul>
              )}
              {total > items.length ? (
                <p className="small muted">
                  <Plural value={total - items.length} one="and # more" other="and # more" />
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      <ZoneOfDays />
    </>
  );
}

function Card({ of, now }: { of: RequestItem; now: number }) {
  return (
    <li className="board-card">
      <Link href={`/coaching/${of.id}`}>
        <Text of={of.title} />
      </Link>
      <p className="small muted">
        <Text of={of.organisation.label} />, {of.reference}
      </p>
      {isStuck(of, now) ? (
        <p className="small">
          <b>
            <Trans>
              Nothing has happened since <Day at={of.updated_at} />.
            </Trans>
          </b>
        </p>
      ) : null}
      {of.answer_by && (of.state === "open" || of.state === "proposed") ? (
        <p className="small">
          <Trans>
            Open until <Day at={of.answer_by} weekday />
          </Trans>
        </p>
      ) : null}
    </li>
  );
}
