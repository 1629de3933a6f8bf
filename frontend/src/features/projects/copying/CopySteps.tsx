import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import type { Replication, Verb } from "./queries";
import { StepForm } from "./StepForm";
import { TellForm } from "./TellForm";
import { useWord } from "./words";

/** Steps that lead on, and those that take something back or away. */
const ORDER: Verb[] = [
  "confirm_as_source",
  "confirm_as_adopter",
  "explore",
  "adapt",
  "pilot",
  "adopt",
  "correct",
  "reopen",
  "abandon",
];
const CONFIRM: Verb[] = ["confirm_as_source", "confirm_as_adopter"];

/** What the reader may do with a replication; each opens what is said of it, so that nobody acts blindly. */
export function CopySteps({ of }: { of: Replication }) {
  const { t } = useLingui();
  const word = useWord();
  const [asked, setAsked] = useState<Verb>();
  const verbs = ORDER.filter((verb) => of.may.includes(verb));
  const close = () => setAsked(undefined);
  return (
    <div className="button-row">
      {verbs.map((verb) => (
        <Button
          key={verb}
          rank={CONFIRM.includes(verb) ? "primary" : "secondary"}
          onClick={() => setAsked(verb)}
        >
          {word("verb", verb)}
        </Button>
      ))}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked ? word("verb", asked) : t`Close`}
      >
        {asked === "correct" ? <TellForm id={of.id} onDone={close} /> : null}
        {asked && asked !== "correct" ? <StepForm id={of.id} verb={asked} onDone={close} /> : null}
      </Dialog>
    </div>
  );
}
