import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button, LinkButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { Text } from "@/ui/Text";
import type { Seen } from "../queries";
import { StepForm } from "./StepForm";
import { type PageStep, STEPS, useStepWord } from "./verbs";

/** What leads on comes first and stands out. */
const ONWARD: PageStep[] = ["submit", "resume"];

/** What the reader may do with a request; each opens what follows from it, so that nobody acts blindly. */
export function StepButtons({ seen, write }: { seen: Seen; write: string | undefined }) {
  const { t } = useLingui();
  const word = useStepWord();
  const [asked, setAsked] = useState<PageStep>();
  const close = () => setAsked(undefined);
  const { may, agreed, sides } = seen.data;
  const verbs = STEPS.filter((verb) => may.includes(verb));
  if (verbs.length === 0 && !write && !agreed) return null;
  return (
    <div className="coaching-steps">
      {agreed ? (
        <Notice
          title={
            sides.includes(agreed.by) ? (
              <Trans>You have agreed to finish early; the other side has not yet.</Trans>
            ) : (
              <Trans>The other side wants to finish early. It waits for you.</Trans>
            )
          }
        >
          {seen.data.outcome ? (
            <Trans>
              What came of it: <Text of={seen.data.outcome} />
            </Trans>
          ) : null}
        </Notice>
      ) : null}
      <div className="button-row">
        {write ? (
          <LinkButton rank={may.includes("submit") ? "primary" : "secondary"} href={write}>
            {may.includes("submit") ? (
              <Trans>Go on writing</Trans>
            ) : (
              <Trans>Change the request</Trans>
            )}
          </LinkButton>
        ) : null}
        {verbs.map((verb) => (
          <Button
            key={verb}
            rank={ONWARD.includes(verb) && !write ? "primary" : "secondary"}
            onClick={() => setAsked(verb)}
          >
            {word("verb", verb)}
          </Button>
        ))}
      </div>
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={asked ? word("verb", asked) : t`Close`}
      >
        {asked ? <StepForm seen={seen} verb={asked} onDone={close} /> : null}
      </Dialog>
    </div>
  );
}
