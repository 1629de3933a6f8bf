import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import "./form.scss";

type Answer = { stays: (stays: boolean) => void };

type LeaveGuardProps = {
  holds: () => boolean;
  /** Where it can be saved on the way out: whether it was. */
  settle?: () => Promise<boolean>;
};

/** Asks before a page is left on which something was written and not saved. */
export function LeaveGuard({ holds, settle }: LeaveGuardProps) {
  const { t } = useLingui();
  const { history } = useRouter();
  const [asked, setAsked] = useState<Answer>();
  const held = useEffectEvent(holds);
  const blocks = useEffectEvent(async () => {
    if (!holds() || (settle && (await settle()))) return false;
    return new Promise<boolean>((stays) => setAsked({ stays }));
  });

  useEffect(
    () =>
      history.block({
        blockerFn: () => blocks(),
        enableBeforeUnload: () => held(),
      }),
    [history],
  );

  function answer(stays: boolean) {
    asked?.stays(stays);
    setAsked(undefined);
  }

  return (
    <Dialog
      open={asked !== undefined}
      onClose={() => answer(true)}
      title={t`Leave without saving?`}
      className="leave-guard"
    >
      <p>
        <Trans>What you wrote here is not saved yet.</Trans>
      </p>
      <div className="button-row">
        <Button rank="primary" onClick={() => answer(true)}>
          <Trans>Stay here</Trans>
        </Button>
        <Button onClick={() => answer(false)}>
          <Trans>Leave without saving</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
