import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { Refusal, WaitingButton } from "@/ui/Form";
import { useText } from "@/ui/Text";
import { invite, type Match, type Seen, useAfterStep } from "../queries";

type InviteButtonProps = { seen: Seen; organisation: Match["organisation"]; onInvited: () => void };

/** Asks one organisation; what is refused stands where it was pressed. */
export function InviteButton({ seen, organisation, onInvited }: InviteButtonProps) {
  const text = useText();
  const once = useKey();
  const after = useAfterStep();
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const name = text(organisation.label);

  async function send() {
    setWaits(true);
    setProblem(undefined);
    try {
      await invite(seen, `${once}-${seen.data.version}`, organisation.slug);
      onInvited();
      await after();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
      await after();
    } finally {
      setWaits(false);
    }
  }

  return (
    <>
      <div className="button-row">
        <WaitingButton waits={waits} onClick={() => void send()}>
          <Trans>Invite {name}</Trans>
        </WaitingButton>
      </div>
      {problem ? <Refusal problem={problem} /> : null}
    </>
  );
}
