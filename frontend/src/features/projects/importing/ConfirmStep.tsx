import type { ReactNode } from "react";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Refusal, WaitingButton } from "@/ui/Form";
import { moveImport, type Seen, type Verb } from "./queries";
import { useStep } from "./useStep";

type ConfirmStepProps = {
  seen: Seen;
  verb: Verb;
  /** Names the act. */
  name: string;
  /** What follows. */
  children: ReactNode;
};

/** A step that takes something away: what follows is said, and it is asked for once more. */
export function ConfirmStep({ seen, verb, name, children }: ConfirmStepProps) {
  const [open, setOpen] = useState(false);
  const { waits, refused, take } = useStep();
  return (
    <>
      <Button onClick={() => setOpen(true)}>{name}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={name}>
        <div className="import-form">
          {refused ? <Refusal problem={refused} /> : null}
          <p>{children}</p>
          <div className="button-row">
            <WaitingButton
              rank="primary"
              waits={waits}
              onClick={() => void take(() => moveImport(seen, verb))}
            >
              {name}
            </WaitingButton>
          </div>
        </div>
      </Dialog>
    </>
  );
}
