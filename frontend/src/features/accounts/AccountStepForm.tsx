import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { TextArea } from "@/ui/TextArea";
import { takeStep } from "./queries";

export type AccountFormProps = { id: string; onBack: () => void; onDone: () => void };

/** Shuts an account or opens it again, with a reason. */
export function AccountStepForm({
  id,
  verb,
  onBack,
  onDone,
}: AccountFormProps & { verb: "disable" | "enable" }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const key = useKey();
  const form = useForm({ defaultValues: { reason: "" } });

  async function send({ reason }: { reason: string }) {
    await takeStep(id, key, { verb, reason });
    await queries.invalidateQueries({ queryKey: ["accounts"] });
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={
        verb === "disable" ? <Trans>Disable the account</Trans> : <Trans>Enable the account</Trans>
      }
      aside={
        <TextButton onClick={onBack}>
          <Trans>Back</Trans>
        </TextButton>
      }
    >
      <p>
        {verb === "disable" ? (
          <Trans>The person is signed out everywhere at once and cannot sign in any more.</Trans>
        ) : (
          <Trans>The person can sign in again, with the roles that are still held.</Trans>
        )}
      </p>
      <TextArea
        name="reason"
        label={t`Reason`}
        hint={t`It stays on record.`}
        rules={{ required: t`Give the reason.` }}
        maxLength={500}
      />
    </Form>
  );
}
