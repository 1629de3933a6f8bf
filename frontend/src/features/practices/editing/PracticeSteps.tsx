import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { Button, LinkButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form, Refusal, WaitingButton } from "@/ui/Form";
import { TextArea } from "@/ui/TextArea";
import type { Seen } from "../directory/queries";
import { useWord } from "../words";
import { machineQuery, takeStep, useAfterChange, type Verb } from "./queries";

/** The steps that the reader may take, and the way to change it; one with a reason asks for it, the others are one press. */
export function PracticeSteps({ seen, edit }: { seen: Seen; edit: string }) {
  const word = useWord();
  const after = useAfterChange();
  const machine = useQuery(machineQuery()).data?.items;
  const [asked, setAsked] = useState<Verb>();
  const [waits, setWaits] = useState(false);
  const [refused, setRefused] = useState<Problem>();

  async function take(verb: Verb) {
    setRefused(undefined);
    setWaits(true);
    try {
      await takeStep(seen, crypto.randomUUID(), { verb });
      await after();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setRefused(failure);
    } finally {
      setWaits(false);
    }
  }

  if (!machine) return null;
  return (
    <>
      {refused ? <Missing problem={refused} /> : null}
      <div className="button-row">
        {machine
          .filter(({ verb }) => seen.data.may.includes(verb))
          .map(({ verb, needs_reason }) =>
            needs_reason ? (
              <Button key={verb} onClick={() => setAsked(verb)}>
                {word("verb", verb)}
              </Button>
            ) : (
              <WaitingButton
                key={verb}
                rank="primary"
                waits={waits}
                onClick={() => void take(verb)}
              >
                {word("verb", verb)}
              </WaitingButton>
            ),
          )}
        {seen.data.may.includes("write") ? (
          <LinkButton href={edit}>
            <Trans>Edit</Trans>
          </LinkButton>
        ) : null}
      </div>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked ? word("verb", asked) : ""}
      >
        {asked ? <ReasonForm seen={seen} verb={asked} onDone={() => setAsked(undefined)} /> : null}
      </Dialog>
    </>
  );
}

/** A refusal, with the fields that it names. */
function Missing({ problem }: { problem: Problem }) {
  const { t } = useLingui();
  const names: Record<string, string> = { "/summary": t`Summary`, "/topics": t`Topics` };
  return (
    <>
      <Refusal problem={problem} />
      <ul className="practice-missing">
        {problem.errors.map(({ pointer, detail }) => (
          <li key={pointer}>
            {names[pointer] ?? pointer}: {detail}
          </li>
        ))}
      </ul>
    </>
  );
}

type ReasonFormProps = { seen: Seen; verb: Verb; onDone: () => void };

/** What follows, and why it is done. */
function ReasonForm({ seen, verb, onDone }: ReasonFormProps) {
  const { t } = useLingui();
  const word = useWord();
  const after = useAfterChange();
  const key = useKey();
  const form = useForm({ defaultValues: { reason: "" } });

  async function send({ reason }: { reason: string }) {
    await takeStep(seen, key, { verb, reason: reason.trim() });
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={word("verb", verb)}>
      <p>{word("follows", verb)}</p>
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
