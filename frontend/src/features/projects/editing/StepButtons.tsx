import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form, Refusal, WaitingButton } from "@/ui/Form";
import { TextArea } from "@/ui/TextArea";
import { machineQuery, type Seen, takeStep, useAfterChange, type Verb } from "./queries";
import { useWord } from "./words";

/** Steps that lead towards everybody. */
const FORWARD: Verb[] = ["submit", "publish"];

type StepButtonsProps = {
  seen: Seen;
  verbs: Verb[];
  /** Before a step is taken: what is typed is saved. It gives what the step names, or nothing where it may not be taken. */
  ready?: (verb: Verb) => Promise<Seen | undefined>;
  onDone: (verb: Verb) => void;
};

/** The steps that the reader may take; one with a reason asks for it, the others are one press. */
export function StepButtons({ seen, verbs, ready, onDone }: StepButtonsProps) {
  const word = useWord();
  const after = useAfterChange();
  const machine = useQuery(machineQuery()).data?.items;
  const [asked, setAsked] = useState<Verb>();
  const [waits, setWaits] = useState<Verb>();
  const [refused, setRefused] = useState<Problem>();
  const needsReason = (verb: Verb) => machine?.find((step) => step.verb === verb)?.needs_reason;

  async function take(verb: Verb) {
    setRefused(undefined);
    if (needsReason(verb)) return setAsked(verb);
    setWaits(verb);
    try {
      const now = ready ? await ready(verb) : seen;
      if (!now) return;
      await after(await takeStep(now, crypto.randomUUID(), { verb, comments: [] }));
      onDone(verb);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setRefused(failure);
    } finally {
      setWaits(undefined);
    }
  }

  if (!machine) return null;
  return (
    <div className="project-steps">
      {refused ? <Refusal problem={refused} /> : null}
      <div className="button-row">
        {verbs.map((verb) =>
          FORWARD.includes(verb) ? (
            <WaitingButton
              key={verb}
              rank="primary"
              waits={waits === verb}
              onClick={() => void take(verb)}
            >
              {word("verb", verb)}
            </WaitingButton>
          ) : (
            <Button key={verb} onClick={() => void take(verb)}>
              {word("verb", verb)}
            </Button>
          ),
        )}
      </div>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked ? word("verb", asked) : ""}
      >
        {asked ? (
          <ReasonForm
            seen={seen}
            verb={asked}
            ready={ready}
            onDone={() => {
              setAsked(undefined);
              onDone(asked);
            }}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

type ReasonFormProps = Pick<StepButtonsProps, "seen"> & {
  verb: Verb;
  ready: StepButtonsProps["ready"] | undefined;
  onDone: () => void;
};

/** What follows, and why it is done. */
function ReasonForm({ seen, verb, ready, onDone }: ReasonFormProps) {
  const { t } = useLingui();
  const word = useWord();
  const after = useAfterChange();
  const key = useKey();
  const form = useForm({ defaultValues: { reason: "" } });
  const line = useQuery(machineQuery()).data?.items.find((step) => step.verb === verb);

  async function send({ reason }: { reason: string }) {
    const now = ready ? await ready(verb) : seen;
    if (!now) return;
    await after(await takeStep(now, key, { verb, reason: reason.trim(), comments: [] }));
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={word("verb", verb)}>
      {line?.effects.length ? (
        <div>
          <p>
            <Trans>What follows:</Trans>
          </p>
          <ul className="project-effects">
            {line.effects.map((effect) => (
              <li key={effect}>{word("effect", effect)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <TextArea
        name="reason"
        label={t`Reason`}
        hint={t`Those concerned read it, and it stays on record.`}
        rules={{ validate: (typed: string) => typed.trim() !== "" || t`Give the reason.` }}
        maxLength={500}
      />
    </Form>
  );
}
