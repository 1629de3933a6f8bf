import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/useWords";
import { Instant } from "@/ui/Dates";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { type Event, historyQuery } from "../queries";

/** What happened, as a record has it. */
const happened = {
  submit: msg({ id: "coaching_did.submit", message: "Submitted" }),
  invite: msg({ id: "coaching_did.invite", message: "Invited" }),
  accept: msg({ id: "coaching_did.accept", message: "Accepted" }),
  decline: msg({ id: "coaching_did.decline", message: "Declined" }),
  lapse: msg({ id: "coaching_did.lapse", message: "Invitation lapsed without an answer" }),
  recall: msg({ id: "coaching_did.recall", message: "Invitation taken back" }),
  expire: msg({ id: "coaching_did.expire", message: "Expired" }),
  schedule: msg({ id: "coaching_did.schedule", message: "Time agreed" }),
  reschedule: msg({ id: "coaching_did.reschedule", message: "Moved to another time" }),
  start: msg({ id: "coaching_did.start", message: "First session held" }),
  no_show: msg({ id: "coaching_did.no_show", message: "One side did not come" }),
  report: msg({ id: "coaching_did.report", message: "Reports asked for" }),
  complete: msg({ id: "coaching_did.complete", message: "Completed" }),
  finish_early: msg({ id: "coaching_did.finish_early", message: "Finishing early" }),
  rematch: msg({ id: "coaching_did.rematch", message: "Another coach looked for" }),
  nudge: msg({ id: "coaching_did.nudge", message: "Reminded" }),
  close: msg({ id: "coaching_did.close", message: "Closed" }),
  hold: msg({ id: "coaching_did.hold", message: "Put on hold" }),
  resume: msg({ id: "coaching_did.resume", message: "Went on" }),
  withdraw: msg({ id: "coaching_did.withdraw", message: "Withdrawn" }),
  cancel: msg({ id: "coaching_did.cancel", message: "Cancelled" }),
};

const side = {
  requester: msg({ id: "coaching_side.requester", message: "whoever asks" }),
  invited: msg({ id: "coaching_side.invited", message: "whoever is invited" }),
  coach: msg({ id: "coaching_side.coach", message: "a coach" }),
  staff: msg({ id: "coaching_side.staff", message: "the secretariat" }),
  clock: msg({ id: "coaching_side.clock", message: "the platform, as the day had come" }),
};

/** Everything that happened to a request, the newest first. */
export function History({ id }: { id: string }) {
  const answer = useQuery(historyQuery(id));
  if (answer.isPending) return <Skeleton rows={3} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data.items.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>What happened</Trans>
      </h2>
      <ol className="coaching-history" reversed>
        {answer.data.items.toReversed().map((event) => (
          <li key={`${event.at} ${event.verb} ${event.organisation?.slug}`}>
            <Line of={event} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ of }: { of: Event }) {
  const word = useWords({ happened, side });
  const by = word("side", of.side);
  return (
    <>
      <p>
        <b>{word("happened", of.verb)}</b>
        {of.organisation ? (
          <>
            : <Text of={of.organisation.label} />
          </>
        ) : null}
      </p>
      {of.reason ? <p>{of.reason}</p> : null}
      <p className="small muted">
        <Instant at={of.at} />, <Trans>by {by}</Trans>
      </p>
    </>
  );
}
