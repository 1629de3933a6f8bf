import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { TextArea } from "@/ui/TextArea";

type DeclineFormProps = { onSend: (reason: string) => Promise<void>; onBack: () => void };

/** Why an invitation is declined. */
export function DeclineForm({ onSend, onBack }: DeclineFormProps) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    <Form
      form={form}
      rank="secondary"
      submit={<Trans>Decline the invitation</Trans>}
      aside={
        <TextButton onClick={onBack}>
          <Trans>Back</Trans>
        </TextButton>
      }
      onSend={({ reason }) => onSend(reason.trim())}
    >
      <TextArea
        name="reason"
        label={t`Reason`}
        hint={t`The secretariat reads it.`}
        rules={{ required: t`Give the reason.` }}
        maxLength={500}
      />
    </Form>
  );
}
