import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { browserName } from "./browserName";
import { makePasskey } from "./passkey";
import { addPasskey, askForPasskey } from "./queries";

type NewPasskeyProps = { onAdded: () => Promise<void>; onCancel: () => void };

/** A name for a passkey; then the browser asks the device to make it. */
export function NewPasskey({ onAdded, onCancel }: NewPasskeyProps) {
  const { t } = useLingui();
  const form = useForm({
    defaultValues: { name: browserName(navigator.userAgent).system ?? "" },
  });
  const [refused, setRefused] = useState<"by device" | "known already">();

  useEffect(() => form.setFocus("name"), [form]);

  async function send({ name }: { name: string }) {
    setRefused(undefined);
    const options = await askForPasskey();
    try {
      await addPasskey({ name, credential: await makePasskey(options.public_key) });
    } catch (failure) {
      if (!(failure instanceof DOMException)) throw failure;
      setRefused(failure.name === "InvalidStateError" ? "known already" : "by device");
      return;
    }
    await onAdded();
  }

  return (
    <Form
      form={form}
      rank="secondary"
      submit={<Trans>Make a passkey</Trans>}
      aside={
        <TextButton onClick={onCancel}>
          <Trans>Cancel</Trans>
        </TextButton>
      }
      onSend={send}
    >
      {refused === "by device" ? (
        <Notice live tone="bad" title={<Trans>No passkey was made.</Trans>}>
          <Trans>Your device cannot make one, or you closed its question. You can try again.</Trans>
        </Notice>
      ) : null}
      {refused === "known already" ? (
        <Notice live tone="bad" title={<Trans>This device has a passkey here already.</Trans>}>
          <Trans>One for each device is enough.</Trans>
        </Notice>
      ) : null}
      <TextField
        name="name"
        label={t`What you call it`}
        hint={t`So that you know it again, such as “telephone” or “office”.`}
        maxLength={100}
        rules={{ required: t`Write a name for it.` }}
      />
    </Form>
  );
}
