import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { languages } from "@/i18n/language";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { invite } from "./queries";
import { RoleFields } from "./RoleFields";
import { grantOf, NO_ROLE, type RoleValues } from "./role";

/** Asks somebody to sign in, with a first role. */
export function InvitePerson() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Invite a person</Trans>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t`Invite a person`}>
        <InviteForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type Values = RoleValues & { name: string; email: string; language: string };

function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const queries = useQueryClient();
  const key = useKey();
  const form = useForm<Values>({ defaultValues: { ...NO_ROLE, name: "", email: "", language } });

  async function send({ name, email, language: written, ...role }: Values) {
    await invite(key, { name, email, language: written, ...grantOf(role) });
    await queries.invalidateQueries({ queryKey: ["accounts"] });
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Send the invitation</Trans>}>
      <TextField
        name="name"
        label={t`Name`}
        maxLength={200}
        rules={{ required: t`Write the person's name.` }}
      />
      <TextField
        name="email"
        type="email"
        label={t`E-mail address`}
        rules={{ required: t`Write the person's email address.` }}
      />
      <Select
        name="language"
        label={t`Language`}
        hint={t`In which we write to the person.`}
        options={Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }))}
      />
      <RoleFields />
    </Form>
  );
}
