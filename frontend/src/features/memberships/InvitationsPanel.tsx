import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Notice } from "@/ui/Notice";
import { Answer, type Answered } from "./Answer";
import { ownMembershipsQuery } from "./queries";
import { isAsked } from "./waiting";
import "./memberships.scss";

/** On the desk: the networks that ask for an answer. Nothing where none does. */
export function InvitationsPanel() {
  const [answered, setAnswered] = useState<Answered>();
  const waiting = useQuery(ownMembershipsQuery()).data?.items.filter(isAsked) ?? [];
  if (waiting.length === 0 && !answered) return null;
  return (
    <section id="invitations" className="invitations">
      <h2 className="h2">
        <Trans>Invitations to networks</Trans>
      </h2>
      {answered ? <Told {...answered} /> : null}
      {waiting.map((membership) => (
        <Answer key={membership.id} id={membership.id} onAnswered={setAnswered} />
      ))}
    </section>
  );
}

function Told({ verb, name, network }: Answered) {
  return (
    <Notice
      live
      tone="ok"
      title={
        verb === "accept" ? (
          <Trans>
            {name} belongs to {network} from today.
          </Trans>
        ) : (
          <Trans>
            {name} does not join {network}.
          </Trans>
        )
      }
    >
      <Trans>The secretariat is told.</Trans>
    </Notice>
  );
}
