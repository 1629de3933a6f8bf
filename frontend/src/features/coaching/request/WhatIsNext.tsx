import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Text } from "@/ui/Text";
import { Day } from "../Day";
import type { Duty, Request } from "../queries";
import { parties } from "./parties";

/** The one yellow panel of a request: who does what, until when, one column a party. */
export function WhatIsNext({ of, children }: { of: Request; children?: ReactNode }) {
  if (of.next.length === 0) return children ?? null;
  return (
    <section className="coaching-next" aria-labelledby="what-is-next">
      <h2 className="h3" id="what-is-next">
        <Trans>What is next</Trans>
      </h2>
      <ul>
        {parties(of.next).map(({ key, duties }) => (
          <li key={key}>
            <h3>
              <Name of={duties[0]} />
            </h3>
            {duties.map((duty) => (
              <p key={duty.what}>
                <Sentence of={duty} /> <Until of={duty} request={of} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Name({ of: { is_yours, organisation } }: { of: Duty }) {
  if (!organisation)
    return is_yours ? <Trans>You, the secretariat</Trans> : <Trans>The secretariat</Trans>;
  const name = <Text of={organisation.label} />;
  return is_yours ? <Trans>You, {name}</Trans> : name;
}

/** What a party does, without its name and its day. */
function Sentence({ of: { what, is_yours, number } }: { of: Duty }): ReactNode {
  const more = number ?? 0;
  switch (what) {
    case "answer":
      return is_yours ? (
        <Trans>answer the invitation</Trans>
      ) : (
        <Trans>answers the invitation</Trans>
      );
    case "submit":
      return is_yours ? (
        <Trans>write the request to its end and submit it.</Trans>
      ) : (
        <Trans>writes the request to its end and submits it.</Trans>
      );
    case "invite":
      if (more === 0) {
        return is_yours ? (
          <Trans>may invite nobody else until one of them answers.</Trans>
        ) : (
          <Trans>may invite nobody else until somebody answers.</Trans>
        );
      }
      return (
        <>
          {is_yours ? (
            <Plural
              value={more}
              one="may invite # more city now."
              other="may invite # more cities now."
            />
          ) : (
            <Plural
              value={more}
              one="may now invite # more city."
              other="may now invite # more cities."
            />
          )}{" "}
          <Trans>Nothing is lost if more accept than there are places: they become reserves.</Trans>
        </>
      );
    case "step_in":
      return is_yours ? (
        <Trans>step in if nobody has answered</Trans>
      ) : (
        <Trans>steps in if nobody has answered</Trans>
      );
    case "find_time":
      return is_yours ? (
        <Trans>find a time together</Trans>
      ) : (
        <Trans>finds a time with the others</Trans>
      );
    case "meet":
      return is_yours ? (
        <Trans>meet at the time agreed</Trans>
      ) : (
        <Trans>meets at the time agreed</Trans>
      );
    case "go_on":
      return is_yours ? (
        <Trans>agree on the next meeting, or finish</Trans>
      ) : (
        <Trans>agrees on the next meeting, or finishes</Trans>
      );
    case "report":
      return is_yours ? (
        <Trans>write what came of it</Trans>
      ) : (
        <Trans>writes what came of it</Trans>
      );
    default:
      return is_yours ? <Trans>let it rest</Trans> : <Trans>lets it rest</Trans>;
  }
}

/** By when; a column without a day says so. */
function Until({
  of: { until, what, organisation, number },
  request,
}: {
  of: Duty;
  request: Request;
}) {
  if (!until) return <Trans>No day is set for this.</Trans>;
  const day = (
    <b>
      <Day at={until} weekday />
    </b>
  );
  const asked = request.invitations.find(
    (each) => each.state === "invited" && each.organisation.slug === organisation?.slug,
  );
  if (what === "invite") return <Trans>The request is open until {day}.</Trans>;
  if (what !== "answer" || !asked) return <Trans>by {day}.</Trans>;
  return (
    <>
      <Trans>by {day}.</Trans>{" "}
      <Plural
        value={asked.working_days_left}
        _0="This is the last working day."
        one="# working day left."
        other="# working days left."
      />{" "}
      {number ? <Plural value={number} one="# reminder sent." other="# reminders sent." /> : null}
    </>
  );
}
