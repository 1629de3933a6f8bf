import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { type Me, meQuery } from "@/api/me";
import { Problem } from "@/api/problem";
import { changeLanguage, type Language } from "@/i18n/language";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { LanguageSelect } from "./LanguageSelect";
import { changeMe } from "./queries";

type Values = { name: string; language: string };

/** Name and language of an account. */
export function PersonForm({ me, tag }: { me: Me; tag: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm<Values>({
    values: { name: me.name, language: me.language },
    resetOptions: { keepDirtyValues: true },
  });
  const [saved, setSaved] = useState(false);

  async function send(values: Values) {
    setSaved(false);
    try {
      queries.setQueryData(meQuery().queryKey, await changeMe(tag, values));
    } catch (failure) {
      // Changed elsewhere: what stands there now is fetched, so that the next try counts.
      if (failure instanceof Problem && failure.status === 412) {
        await queries.invalidateQueries({ queryKey: meQuery().queryKey, exact: true });
      }
      throw failure;
    }
    setSaved(true);
    if (values.language !== me.language) await changeLanguage(values.language as Language);
  }

  return (
    <Form form={form} onSend={send} rank="secondary" submit={<Trans>Save name and language</Trans>}>
      {saved ? <Notice live tone="ok" title={<Trans>Saved.</Trans>} /> : null}
      <TextField
        name="name"
        label={t`Name`}
        hint={t`As others in the network see you.`}
        autoComplete="name"
        maxLength={200}
        rules={{ required: t`Write your name.` }}
      />
      <LanguageSelect />
    </Form>
  );
}
