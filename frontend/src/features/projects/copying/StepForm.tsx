import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Form } from "@/ui/Form";
import { ErrorState, Skeleton } from "@/ui/States";
import { TextArea } from "@/ui/TextArea";
import {
  copyMachineQuery,
  copyQuery,
  type Seen,
  type Step,
  takeStep,
  useAfterStep,
  type Verb,
} from "./queries";
import { Told } from "./Told";
import { useWord } from "./words";

type StepFormProps = { id: string; verb: Verb; onDone: () => void };

/** What is said so far, what follows, and the reason where the step needs one. */
export function StepForm({ id, ...rest }: StepFormProps) {
  const seen = useQuery(copyQuery(id));
  if (seen.isPending) return <Skeleton rows={3} />;
  if (seen.isError) {
    return <ErrorState error={seen.error} onRetry={() => void seen.refetch()} />;
  }
  return <Take seen={seen.data} {...rest} />;
}

type TakeProps = Omit<StepFormProps, "id"> & { seen: Seen };

function Take({ seen, verb, onDone }: TakeProps) {
  const { t } = useLingui();
  const word = useWord();
  const once = useKey();
  const after = useAfterStep();
  const form = useForm({ defaultValues: { reason: "" } });
  const line = useQuery(copyMachineQuery()).data?.items.find((step) => step.verb === verb);

  async function send({ reason }: { reason: string }) {
    const step = { verb: verb as Step["verb"] };
    await takeStep(seen, once, line?.needs_reason ? { ...step, reason: reason.trim() } : step);
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={word("verb", verb)}>
      <p>{word("follows", verb)}</p>
      <Told of={seen.data} />
      {line?.needs_reason ? (
        <TextArea
          name="reason"
          label={t`Reason`}
          hint={t`Those concerned read it, and it stays on record.`}
          rules={{ validate: (typed: string) => typed.trim() !== "" || t`Give the reason.` }}
          maxLength={500}
        />
      ) : null}
    </Form>
  );
}
