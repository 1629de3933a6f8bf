import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { Form } from "@/ui/Form";
import { ErrorState, Skeleton } from "@/ui/States";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import {
  coachingMachineQuery,
  type Seen,
  type Step,
  type StepLine,
  takeStep,
  useAfterStep,
  writeRequest,
} from "../queries";
import { type PageStep, useStepWord } from "./verbs";

type StepFormProps = { seen: Seen; verb: PageStep; onDone: () => void };

/** What follows from a step, and what it needs to be told. */
export function StepForm(props: StepFormProps) {
  const machine = useQuery(coachingMachineQuery());
  if (machine.isPending) return <Skeleton rows={3} />;
  if (machine.isError) {
    return <ErrorState error={machine.error} onRetry={() => void machine.refetch()} />;
  }
  const line = machine.data.items.find(({ verb }) => verb === props.verb);
  return <Take {...props} line={line} />;
}

type Typed = { reason: string; until: string; outcome: string };

function Take({ seen, verb, line, onDone }: StepFormProps & { line: StepLine | undefined }) {
  const { t } = useLingui();
  const word = useStepWord();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterStep();
  const asksDay = verb === "hold";
  const asksOutcome = verb === "finish_early" && !seen.data.outcome;
  const form = useForm<Typed>({ defaultValues: { reason: "", until: "", outcome: "" } });

  async function send({ reason, until, outcome }: Typed) {
    const now = asksOutcome
      ? await writeRequest(seen.data.id, seen.tag, { outcome: { [language]: outcome.trim() } })
      : seen;
    const step: Step = { verb };
    if (reason.trim()) step.reason = reason.trim();
    if (asksDay) step.until = until;
    await takeStep(now, `${once}-${now.data.version}`, step);
    await after();
    onDone();
  }

  const needed = (typed: string) => typed.trim() !== "";
  return (
    <Form form={form} onSend={send} submit={word("verb", verb)}>
      <p>{word("follows", verb)}</p>
      {asksDay ? (
        <TextField
          name="until"
          type="date"
          label={t`On hold until`}
          hint={t`A day within a year.`}
          rules={{ validate: (typed: string) => needed(typed) || t`Name the day.` }}
        />
      ) : null}
      {asksOutcome ? (
        <TextArea
          name="outcome"
          label={t`What came of it`}
          hint={t`Both sides and the secretariat read it.`}
          rules={{ validate: (typed: string) => needed(typed) || t`Tell what came of it.` }}
          maxLength={4000}
        />
      ) : null}
      {line?.needs_reason || asksDay ? (
        <TextArea
          name="reason"
          label={line?.needs_reason ? t`Reason` : t`Reason, if you like`}
          hint={t`Those concerned read it, and it stays on record.`}
          rules={
            line?.needs_reason
              ? { validate: (typed: string) => needed(typed) || t`Give the reason.` }
              : {}
          }
          maxLength={500}
        />
      ) : null}
    </Form>
  );
}
