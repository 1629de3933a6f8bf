import { Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { Button } from "@/ui/Button";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { DeclineForm } from "./DeclineForm";
import { membershipQuery, ownMembershipsQuery, takeStep } from "./queries";

export type Answered = { verb: "accept" | "decline"; name: string; network: string };

type AnswerProps = { id: string; onAnswered: (what: Answered) => void };

/** One invitation of a network: what it means, yes, or no with a reason. */
export function Answer({ id, onAnswered }: AnswerProps) {
  const queries = useQueryClient();
  const text = useText();
  const key = useKey();
  const found = useQuery(membershipQuery(id));
  const [declines, setDeclines] = useState(false);
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  if (found.isPending) return <Skeleton rows={2} />;
  if (found.isError) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { data: membership, tag } = found.data;
  const { name } = membership;
  const network = text(membership.network.label);

  async function send(verb: "accept" | "decline", reason?: string) {
    try {
      await takeStep({ id, tag, key }, verb, reason ?? "");
    } catch (failure) {
      // Changed elsewhere: what stands there now is fetched, so that the next try counts.
      if (failure instanceof Problem && failure.status === 412) await found.refetch();
      throw failure;
    }
    onAnswered({ verb, name, network });
    await queries.invalidateQueries({ queryKey: ownMembershipsQuery().queryKey, exact: true });
  }

  async function accept() {
    setWaits(true);
    setProblem(undefined);
    try {
      await send("accept");
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setWaits(false);
    }
  }

  return (
    <div className="invitation">
      <h3 className="h3">
        <Trans>
          <Link href={`/networks/${membership.network.slug}`}>{network}</Link> invites {name}
        </Trans>
      </h3>
      <p className="small muted">
        <Trans>
          Once you accept, {name} is listed as a member for everybody to see. You can leave again at
          any time.
        </Trans>
      </p>
      {problem ? <Refusal problem={problem} /> : null}
      {declines ? (
        <DeclineForm
          onSend={(reason) => send("decline", reason)}
          onBack={() => setDeclines(false)}
        />
      ) : (
        <div className="button-row">
          <WaitingButton rank="primary" waits={waits} onClick={() => void accept()}>
            <Trans>Accept for {name}</Trans>
          </WaitingButton>
          <Button onClick={() => setDeclines(true)}>
            <Trans>Decline</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
