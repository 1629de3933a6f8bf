import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Badge } from "@/ui/Badge";
import { Instant } from "@/ui/Dates";
import { WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { browserName } from "./browserName";
import { endSession, type SessionOut, sessionsQuery } from "./queries";

/** Every browser in which one is signed in; all but this one can be signed out from here. */
export function Sessions() {
  const queries = useQueryClient();
  const answer = useQuery(sessionsQuery());
  const ending = useMutation({
    mutationFn: endSession,
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery().queryKey }),
  });

  if (answer.isPending) return <Skeleton rows={2} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <>
      {ending.isSuccess ? (
        <Notice live tone="ok" title={<Trans>That browser is signed out.</Trans>} />
      ) : null}
      {ending.isError ? (
        <Notice live tone="bad" title={<Trans>That browser could not be signed out.</Trans>}>
          {ending.error.message}
        </Notice>
      ) : null}
      <ul className="sessions">
        {answer.data.items.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            waits={ending.isPending && ending.variables === session.id}
            onEnd={() => ending.mutate(session.id)}
          />
        ))}
      </ul>
    </>
  );
}

type SessionRowProps = { session: SessionOut; waits: boolean; onEnd: () => void };

function SessionRow({ session, waits, onEnd }: SessionRowProps) {
  const { t } = useLingui();
  const { browser, system } = browserName(session.agent);
  const name =
    browser && system ? t`${browser} on ${system}` : (browser ?? system ?? t`Another program`);
  return (
    <li>
      <div>
        <p className="session-name">
          {name}{" "}
          {session.current ? (
            <Badge>
              <Trans>This browser</Trans>
            </Badge>
          ) : null}
        </p>
        <p className="small muted">
          <Trans>
            Signed in <Instant at={session.created_at} />, last used{" "}
            <Instant at={session.used_at} />
          </Trans>
        </p>
      </div>
      {session.current ? null : (
        <div className="button-row">
          <WaitingButton waits={waits} onClick={onEnd} rank="secondary">
            <Trans>
              Sign out<span className="vh"> {name}</span>
            </Trans>
          </WaitingButton>
        </div>
      )}
    </li>
  );
}
