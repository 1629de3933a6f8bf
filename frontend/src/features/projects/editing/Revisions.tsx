import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Refusal } from "@/ui/Form";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { Changed } from "./Changed";
import {
  type Revision,
  restoreRevision,
  revisionsQuery,
  type Seen,
  useAfterChange,
} from "./queries";
import { toneOf } from "./states";
import { useWord } from "./words";

type RevisionsProps = { seen: Seen; onRestored: () => void };

/** Every saved version, the newest first, with what it changed. */
export function Revisions({ seen, onRestored }: RevisionsProps) {
  const after = useAfterChange();
  const { id, version, may } = seen.data;
  const answer = useQuery(revisionsQuery(id, version));
  const [refused, setRefused] = useState<Problem>();

  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }

  async function restore(number: number) {
    setRefused(undefined);
    try {
      await after(await restoreRevision(seen, crypto.randomUUID(), number));
      onRestored();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setRefused(failure);
    }
  }

  return (
    <>
      {refused ? <Refusal problem={refused} /> : null}
      <ol className="project-revisions">
        {answer.data.items.map((revision, place) => (
          <One key={revision.number} revision={revision}>
            {place > 0 && may.includes("write") ? (
              <Button onClick={() => void restore(revision.number)}>
                <Trans>Restore as draft</Trans>{" "}
                <span className="vh">
                  <Trans>version {revision.number}</Trans>
                </span>
              </Button>
            ) : null}
          </One>
        ))}
      </ol>
    </>
  );
}

function One({ revision, children }: { revision: Revision; children: React.ReactNode }) {
  const { t } = useLingui();
  const word = useWord();
  const { number, at, state, reason, changes, author } = revision;
  return (
    <li>
      <div className="project-revision-head">
        <h2 className="h3">{t`Version ${number}`}</h2>
        <Badge tone={toneOf(state)}>{word("state", state)}</Badge>
        <span className="small muted">
          <Instant at={at} />
          {author.name ? <>, {author.name}</> : null}
          {author.organisation ? (
            <>
              , <Text of={author.organisation.label} />
            </>
          ) : null}
        </span>
      </div>
      {reason ? (
        <p>
          <Trans>Reason: {reason}</Trans>
        </p>
      ) : null}
      {changes.length > 0 ? (
        <details className="project-more">
          <summary>{changes.map(({ field }) => word("field", field)).join(", ")}</summary>
          <dl className="project-facts">
            {changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{word("field", field)}</dt>
                <dd>
                  <Changed field={field} before={before} after={after} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {children}
    </li>
  );
}
