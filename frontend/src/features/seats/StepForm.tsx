import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { TextArea } from "@/ui/TextArea";
import { machineQuery, type Seat, takeStep, type Verb } from "./queries";
import { useAfterStep } from "./useAfterStep";
import { useDeputyWord } from "./useDeputyWord";
import { useWord } from "./words";

export type StepProps = {
  seat: Seat;
  tag: string;
  isDeputy: boolean;
  onDone: () => void;
  onBack: () => void;
};

/** One step: what follows from it, and its reason where it needs one. */
export function StepForm({
  seat,
  tag,
  verb,
  isDeputy,
  onDone,
  onBack,
}: StepProps & { verb: Exclude<Verb, "nominate"> }) {
  const { t } = useLingui();
  const word = useWord();
  const deputyWord = useDeputyWord();
  const after = useAfterStep();
  const key = useKey();
  const form = useForm({ defaultValues: { reason: "" } });
  const line = useQuery(machineQuery()).data?.items.find((step) => step.verb === verb);
  const name =
    isDeputy &&
    (verb === "confirm" || verb === "refuse" || verb === "withdraw" || verb === "recall")
      ? deputyWord(verb)
      : word("seat_verb", verb);

  async function send({ reason }: { reason: string }) {
    const body = { verb, is_deputy: isDeputy, ...(reason ? { reason } : {}) };
    await after(() => takeStep({ id: seat.id, tag, key }, body));
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={name}
      aside={
        <TextButton onClick={onBack}>
          <Trans>Back</Trans>
        </TextButton>
      }
    >
      {line && line.effects.length > 0 && !isDeputy ? (
        <div>
          <p>
            <Trans>What follows:</Trans>
          </p>
          <ul className="seat-effects">
            {line.effects.map((effect) => (
              <li key={effect}>{word("seat_effect", effect)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {line?.needs_reason ? (
        <TextArea
          name="reason"
          label={t`Reason`}
          hint={t`Those concerned read it, and it stays on record.`}
          rules={{ required: t`Give the reason.` }}
          maxLength={1000}
        />
      ) : null}
    </Form>
  );
}
