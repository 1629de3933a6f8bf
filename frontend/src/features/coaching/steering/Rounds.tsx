import { Plural, Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { Badge } from "@/ui/Badge";
import { Instant } from "@/ui/Dates";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { computeRound, roundsQuery } from "./queries";
import { useRoundWord } from "./words";
import "./steering.scss";

type RoundsProps = { onMade: (id: string) => void };

/** The rounds until now, and the button that works out a new one. */
export function Rounds({ onMade }: RoundsProps) {
  const word = useRoundWord();
  const once = useKey();
  const queries = useQueryClient();
  const answer = useQuery(roundsQuery());
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function compute() {
    setWaits(true);
    setProblem(undefined);
    try {
      const made = await computeRound(once);
      await queries.invalidateQueries({ queryKey: ["coaching", "rounds"] });
      onMade(made.id);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setWaits(false);
    }
  }

  return (
    <div className="section round">
      <p>
        <Trans>
          All open requests get their coaches at once. Nothing is sent until you confirm it.
        </Trans>
      </p>
      {problem ? <Refusal problem={problem} /> : null}
      <div className="button-row">
        <WaitingButton rank="primary" waits={waits} onClick={() => void compute()}>
          <Trans>Work out a round</Trans>
        </WaitingButton>
      </div>
      {answer.isPending ? (
        <Skeleton rows={4} />
      ) : answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data.items.length === 0 ? (
        <EmptyState says={<Trans>There was no round yet.</Trans>} />
      ) : (
        <ul className="coaching-rows">
          {answer.data.items.map((each) => (
            <li key={each.id}>
              <h2 className="h3">
                <Link href={`/coaching/rounds/${each.id}`}>
                  <Trans>
                    Round of <Instant at={each.computed_at} />
                  </Trans>
                </Link>
              </h2>
              <p className="small">
                <Badge>{word("state", each.state)}</Badge>{" "}
                <Plural value={each.requests} one="# request" other="# requests" />,{" "}
                <Trans>
                  {each.together.placed} of {each.places} places filled
                </Trans>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
