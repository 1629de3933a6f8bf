import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

/** Asks before a page is left on which something was written and not saved. */
export function LeaveGuard({ holds }: { holds: () => boolean }) {
  const { t } = useLingui();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: holds,
    enableBeforeUnload: holds,
    withResolver: true,
  });
  return (
    <Dialog
      open={status === "blocked"}
      onClose={() => reset?.()}
      title={t`Leave without saving?`}
      className="edit-leave"
    >
      <p>
        <Trans>What you wrote here is not saved yet.</Trans>
      </p>
      <div className="button-row">
        <Button rank="primary" onClick={() => reset?.()}>
          <Trans>Stay here</Trans>
        </Button>
        <Button onClick={() => proceed?.()}>
          <Trans>Leave without saving</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
