import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { requestsQuery } from "../queries";
import { useWord } from "../words";

const SHOWN = 4;

/** On the desk: the coachings in which the reader takes part, and the way to all. */
export function CoachingPanel() {
  const word = useWord();
  const mine = useQuery(requestsQuery({ side: ["requester", "coach"] }, SHOWN)).data?.items;
  if (!mine) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>Coaching</Trans>
        </h2>
        <Link href="/coaching">
          {mine.length > 0 ? (
            <Trans>All coachings, and a new one</Trans>
          ) : (
            <Trans>See what others ask</Trans>
          )}
        </Link>
      </div>
      {mine.length > 0 ? (
        <ul className="desk-rows">
          {mine.map(({ id, title, state }) => (
            <li key={id}>
              <Link href={`/coaching/${id}`}>
                <Text of={title} />
              </Link>
              <span className="muted">{word("state", state)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">
          <Trans>You take part in no coaching yet.</Trans>
        </p>
      )}
    </section>
  );
}
