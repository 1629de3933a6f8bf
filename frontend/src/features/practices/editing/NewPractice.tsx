import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { Form } from "@/ui/Form";
import { OrganisationField } from "@/ui/OrganisationField";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import type { Practice } from "../directory/queries";
import { KINDS, useWord } from "../words";
import { createPractice, useAfterChange } from "./queries";

type Begun = { organisation: string; kind: Practice["kind"]; title: string };

/** In whose name, what it is, and a title; all else is written in the form of the draft. */
export function NewPractice() {
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  const navigate = useNavigate();
  const after = useAfterChange();
  const once = useKey();
  const form = useForm<Begun>({
    defaultValues: { organisation: "", kind: "good_practice", title: "" },
  });

  async function send({ organisation, kind, title }: Begun) {
    const made = await createPractice({ organisation, kind, title: { [language]: title } }, once);
    await after();
    await navigate({ href: `/practices/${made.data.id}?view=edit` });
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Begin the draft</Trans>}>
      <p>
        <Trans>
          Nobody but your organisation and the secretariat sees it until it is published.
        </Trans>
      </p>
      <OrganisationField
        name="organisation"
        required={t`Choose an organisation.`}
        value={({ slug }) => slug}
      />
      <Select
        name="kind"
        label={t`Kind`}
        options={KINDS.map((value) => ({ value, label: word("kind", value) }))}
      />
      <TextField
        name="title"
        label={t`Title`}
        hint={t`What a colleague in another city would search for.`}
        maxLength={300}
        rules={{ validate: (typed: string) => typed.trim() !== "" || t`Write a title.` }}
      />
    </Form>
  );
}
