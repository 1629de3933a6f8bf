import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm, useFormContext } from "react-hook-form";
import { type LanguageMap, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { Select as Choice } from "@/ui/Fields";
import { Form } from "@/ui/Form";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { Select } from "@/ui/Select";
import { useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import type { Seen } from "../directory/queries";
import { KINDS, useWord } from "../words";
import { changePractice, useAfterChange } from "./queries";
import { patchOf, type Values, valuesOf } from "./values";

const OFFERED = ["en", "de", "es", "pt", "fr", "it", "nl", "pl", "hi", "uk", "tr", "ar"];
const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

type EditFormProps = {
  seen: Seen;
  /** What it may be filed under. */
  topics: readonly { id: string; label: LanguageMap }[];
};

/** A draft as it stands, in fields; its texts in one language at a time. */
export function EditForm({ seen: opened, topics }: EditFormProps) {
  const { t } = useLingui();
  const text = useText();
  const word = useWord();
  const reader = useLanguage();
  const navigate = useNavigate();
  const after = useAfterChange();
  // What is asked anew meanwhile is not what was typed on.
  const [seen] = useState(opened);
  const [done, setDone] = useState(false);
  const before = valuesOf(seen.data);
  const form = useForm<Values>({ defaultValues: before });
  const [language, setLanguage] = useState(seen.data.display.language);
  const page = `/practices/${seen.data.id}`;
  const tags = [...new Set([...OFFERED, ...Object.keys(before.title), ...before.languages])];
  const named = tags.map((value) => ({ value, label: languageName(value, reader) }));
  const filed = topics.map(({ id, label }) => ({ value: id, label: text(label) }));

  async function send(typed: Values) {
    const patch = patchOf(before, typed);
    if (Object.keys(patch).length > 0) await changePractice(seen, patch);
    setDone(true);
    await after();
    await navigate({ href: page });
  }

  return (
    <div className="section">
      <LeaveGuard
        holds={() => !done && Object.keys(patchOf(before, form.getValues())).length > 0}
      />
      <Form
        form={form}
        onSend={send}
        submit={<Trans>Save changes</Trans>}
        aside={
          <LinkButton rank="tertiary" href={page}>
            <Trans>Back without saving</Trans>
          </LinkButton>
        }
      >
        <Select
          name="kind"
          label={t`Kind`}
          options={KINDS.map((value) => ({ value, label: word("kind", value) }))}
        />
        <Choice label={t`Write in`} value={language} options={named} onChange={setLanguage} />
        <TextField
          key={`title ${language}`}
          name={`title.${language}`}
          label={t`Title`}
          lang={language}
          maxLength={300}
        />
        <TextArea
          key={`summary ${language}`}
          name={`summary.${language}`}
          label={t`Summary`}
          hint={t`What others can take from it, in a few sentences of your own.`}
          rows={5}
          maxLength={4000}
        />
        <TextField
          name="link"
          type="url"
          label={t`Where it can be read`}
          hint="https://…"
          maxLength={300}
          rules={{
            pattern: {
              value: /^\s*https?:\/\/\S+\s*$/,
              message: t`Write an address with https://.`,
            },
          }}
        />
        <TextField
          name="publisher"
          label={t`Publisher as the work names it`}
          hint={t`Only where it differs from your organisation.`}
          maxLength={300}
        />
        <TextField
          short
          name="year"
          label={t`Year`}
          inputMode="numeric"
          maxLength={4}
          rules={{ pattern: { value: /^\s*\d{4}\s*$/, message: t`Write four digits.` } }}
        />
        <TextField name="licence" label={t`Licence`} hint="CC BY 4.0" maxLength={300} />
        <TextField
          short
          name="review_on"
          label={t`To be looked at again`}
          hint={t`When somebody should check whether it is still right.`}
          maxLength={10}
          rules={{
            pattern: { value: PARTIAL_DATE, message: t`Write 2019, 2019-09 or 2019-09-20.` },
          }}
        />
        <Checks name="languages" legend={t`Languages of the work itself`} options={named} />
        <Checks name="topics" legend={t`Topics`} options={filed} />
      </Form>
    </div>
  );
}

type ChecksProps = { name: string; legend: string; options: { value: string; label: string }[] };

/** Any of several. */
function Checks({ name, legend, options }: ChecksProps) {
  const { register } = useFormContext();
  return (
    <fieldset className="practice-checks">
      <legend className="kern-label">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="check">
          <input type="checkbox" value={value} {...register(name)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
