import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { Badge } from "@/ui/Badge";
import { Button, LinkButton, TextButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Refusal } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { save } from "@/ui/save";
import { Day } from "../Day";
import type { Request, Seen } from "../queries";
import { BookForm } from "./BookForm";
import { calendarOf, enterCall, type Session, sessionsQuery, type Way } from "./queries";
import { SessionStep, type SessionVerb, useSessionVerbs } from "./SessionStep";
import { useNames } from "./useNames";
import { useMeetingWord } from "./words";
import "./sessions.scss";

const WITH_SESSIONS: Request["state"][] = [
  "accepted",
  "scheduled",
  "in_progress",
  "reporting",
  "completed",
  "completed_early",
];

const EVENT: Way[] = ["event"];

type Asked = { verb: SessionVerb | "event"; session?: Session };

/** The sessions of a coaching: when, how, what became of them, and the next one. */
export function Sessions({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const { data } = seen;
  const verbs = useSessionVerbs();
  const answer = useQuery({
    ...sessionsQuery(data.id),
    enabled: WITH_SESSIONS.includes(data.state),
  });
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  if (!WITH_SESSIONS.includes(data.state)) return null;
  if (answer.isPending) return <Skeleton rows={3} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items } = answer.data;
  const title = !asked ? "" : asked.verb === "event" ? t`Meet at an event` : verbs[asked.verb];
  return (
    <section className="section" aria-labelledby="sessions">
      <h2 className="h2" id="sessions">
        <Trans>Sessions</Trans>
      </h2>
      {items.length === 0 ? (
        <p className="muted">
          <Trans>No session is planned yet.</Trans>
        </p>
      ) : (
        <ul className="coaching-rows">
          {items.map((each) => (
            <SessionRow
              key={each.id}
              of={each}
              request={data}
              onAsk={(verb) => ask({ verb, session: each })}
            />
          ))}
        </ul>
      )}
      <div className="button-row">
        {data.may.includes("schedule") ? (
          <>
            <LinkButton rank="primary" href={`/coaching/${data.id}/times`}>
              <Trans>Find a time</Trans>
            </LinkButton>
            <Button onClick={() => ask({ verb: "event" })}>
              <Trans>Meet at an event</Trans>
            </Button>
          </>
        ) : null}
        {data.may.includes("report") ? (
          <Button onClick={() => ask({ verb: "report" })}>{verbs.report}</Button>
        ) : null}
      </div>
      <Dialog open={asked !== undefined} onClose={close} title={title}>
        {asked?.verb === "event" ? (
          <BookForm seen={seen} slots={[]} ways={EVENT} onDone={close} />
        ) : asked ? (
          <SessionStep seen={seen} verb={asked.verb} session={asked.session} onDone={close} />
        ) : null}
      </Dialog>
    </section>
  );
}

type RowProps = { of: Session; request: Request; onAsk: (verb: SessionVerb) => void };

function SessionRow({ of, request, onAsk }: RowProps) {
  const word = useMeetingWord();
  const verbs = useSessionVerbs();
  const name = useNames(request);
  const isPlanned = of.state === "planned";
  const begun = Date.now() >= Date.parse(of.opens_at ?? of.starts_at);
  return (
    <li>
      <div>
        <h3 className="h3">
          <Day at={of.seen[0]?.day ?? of.starts_at} weekday />
        </h3>
        <p className="session-clocks">
          {of.seen.map(({ organisation, start, end }) => (
            <span key={organisation}>
              {start}–{end} <span className="muted">{name(organisation)}</span>
            </span>
          ))}
        </p>
        <p className="small">
          <Badge {...(of.state === "held" ? { tone: "ok" as const } : {})}>
            {word("state", of.state)}
          </Badge>{" "}
          {word("way", of.way)}
          {of.place ? `: ${of.place}` : null}
          {of.link && isPlanned ? (
            <>
              : <Link href={of.link}>{of.link}</Link>
            </>
          ) : null}
        </p>
        {of.missing.length > 0 ? (
          <p className="small">
            <Trans>Did not come: {of.missing.map(name).join(", ")}</Trans>
          </p>
        ) : null}
        {of.reason ? <p className="small">{of.reason}</p> : null}
      </div>
      {isPlanned ? <Ways of={of} request={request} /> : null}
      {isPlanned ? (
        <div className="button-row">
          {request.may.includes("start") && begun ? (
            <Button rank="primary" onClick={() => onAsk("start")}>
              {verbs.start}
            </Button>
          ) : null}
          {request.may.includes("no_show") && begun ? (
            <Button onClick={() => onAsk("no_show")}>{verbs.no_show}</Button>
          ) : null}
          {request.may.includes("reschedule") ? (
            <LinkButton href={`/coaching/${request.id}/times?move=${of.id}`}>
              <Trans>Move it</Trans>
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** Into the call while its room is open, and into the reader's own calendar. */
function Ways({ of, request }: { of: Session; request: Request }) {
  const [problem, setProblem] = useState<Problem>();

  async function attempt(act: () => Promise<void>) {
    setProblem(undefined);
    try {
      await act();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    }
  }

  const enter = () =>
    attempt(async () => {
      const { address } = await enterCall(request.id, of.id);
      window.location.assign(address);
    });
  const keep = () =>
    attempt(async () => save(await calendarOf(request.id, of.id), `${request.reference}.ics`));
  return (
    <>
      {problem ? <Refusal problem={problem} /> : null}
      <p className="coaching-views">
        {of.way === "call" ? (
          <TextButton onClick={() => void enter()}>
            <Trans>Enter the call</Trans>
          </TextButton>
        ) : null}{" "}
        <TextButton onClick={() => void keep()}>
          <Trans>Put it into my calendar</Trans>
        </TextButton>
      </p>
    </>
  );
}
