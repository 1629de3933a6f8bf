import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { languages } from "@/i18n/language";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { nominate } from "./queries";
import type { StepProps } from "./StepForm";
import { useAfterStep } from "./useAfterStep";

/** Names a person for a seat, or as the deputy of whoever is on it. */
export function NominateForm({ seat, tag, isDeputy, onDone, onBack }: StepProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const after = useAfterStep();
  const key = useKey();
  const form = useForm({ defaultValues: { name: "", email: "", language: language as string } });

  async function send(values: { name: string; email: string; language: string }) {
    await after(() => nominate({ id: seat.id, tag, key }, { ...values, is_deputy: isDeputy }));
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={isDeputy ? <Trans>Nominate this deputy</Trans> : <Trans>Nominate this person</Trans>}
      aside={
        <TextButton onClick={onBack}>
          <Trans>Back</Trans>
        </TextButton>
      }
    >
      <p>
        <Trans>
          Somebody else in the secretariat confirms. Until then nobody writes to the person.
        </Trans>
      </p>
      <TextField
        name="name"
        label={t`Name`}
        maxLength={200}
        rules={{ required: t`Write the person's name.` }}
      />
      <TextField
        name="email"
        label={t`Email`}
        type="email"
        hint={t`The invitation goes there once the person is confirmed.`}
        rules={{ required: t`Write the person's email address.` }}
      />
      <Select
        name="language"
        label={t`Language`}
        hint={t`In which we write to the person.`}
        options={Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }))}
      />
    </Form>
  );
}
