import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { type Audience, type ContactKind, showContact } from "./queries";
import { audiences, useWord } from "./words";

const TYPES = { email: "email", phone: "tel", website: "url" } as const;
const FILLS = {
  name: "name",
  position: "organization-title",
  email: "email",
  phone: "tel",
  website: "url",
};

type ContactFormProps = {
  kind: ContactKind;
  value: string;
  audience: Audience;
  onShown: () => Promise<void>;
  onCancel: () => void;
};

/** One thing that is shown from now on, and to whom: sending it is the consent. */
export function ContactForm({ kind, value, audience, onShown, onCancel }: ContactFormProps) {
  const { t } = useLingui();
  const word = useWord();
  const form = useForm({ defaultValues: { value, audience } });
  const name = word("contact_kind", kind);

  useEffect(() => form.setFocus("value"), [form]);

  return (
    <Form
      form={form}
      submit={<Trans>Show it from now on</Trans>}
      aside={
        <TextButton onClick={onCancel}>
          <Trans>Cancel</Trans>
        </TextButton>
      }
      onSend={async (values) => {
        await showContact({ kind, ...values, value: values.value.trim() });
        await onShown();
      }}
    >
      <TextField
        name="value"
        type={kind in TYPES ? TYPES[kind as keyof typeof TYPES] : "text"}
        label={name}
        autoComplete={FILLS[kind]}
        maxLength={300}
        rules={{ required: t`Write what is to be shown.` }}
      />
      <Select
        name="audience"
        label={t`Who may see it`}
        hint={t`The day on which you agree is kept with it.`}
        options={audiences.map((code) => ({ value: code, label: word("audience", code) }))}
      />
    </Form>
  );
}
