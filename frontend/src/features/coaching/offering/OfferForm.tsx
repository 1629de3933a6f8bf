import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import type { Lead } from "@/api/leads";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { CheckField } from "@/ui/CheckField";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { Checks, TopicChecks } from "../fields";
import { FORMATS, useWord } from "../words";
import { changeOffer, createOffer, type Offer, type OfferCreate, useAfterChange } from "./queries";
import { Blackouts, EvidenceRows, LanguageRows } from "./rows";
import { type Values, valuesOf, writtenOf } from "./values";

type OfferFormProps = {
  leads: Lead[];
  /** The one that is changed, with its tag; none where one is written down. */
  seen?: { data: Offer; tag: string };
  onDone: () => void;
};

/** What an organisation, or somebody in person, can tell others. */
export function OfferForm({ leads, seen, onDone }: OfferFormProps) {
  const { t } = useLingui();
  const text = useText();
  const word = useWord();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterChange();
  const form = useForm<Values>({
    defaultValues: valuesOf(seen?.data, language, leads[0]?.slug ?? ""),
  });
  const topics = form.watch("topics");

  async function send(values: Values) {
    const written = writtenOf(values, seen?.data, language);
    const note = values.note.trim();
    if (seen) {
      await changeOffer(seen.data.id, seen.tag, { ...written, note: { [language]: note || null } });
    } else {
      const { organisation, is_mine } = values;
      const body = { ...written, organisation, is_mine, note: note ? { [language]: note } : null };
      await createOffer(body as OfferCreate, `${once}-${organisation}`.slice(0, 100));
    }
    await after();
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={seen ? <Trans>Save</Trans> : <Trans>Write it down</Trans>}
    >
      {!seen && leads.length > 1 ? (
        <Select
          name="organisation"
          label={t`Organisation`}
          options={leads.map(({ slug, label }) => ({ value: slug, label: text(label) }))}
        />
      ) : null}
      {seen ? null : (
        <CheckField name="is_mine">
          <Trans>It is mine: I coach in person</Trans>
        </CheckField>
      )}
      <TopicChecks
        name="topics"
        legend={<Trans>Topics on which you can tell others something</Trans>}
        chosen={topics}
      />
      <EvidenceRows topics={topics} organisation={form.watch("organisation")} />
      <LanguageRows />
      <Checks
        name="formats"
        legend={<Trans>In which way</Trans>}
        options={FORMATS.map((value) => ({ value, label: word("offered", value) }))}
      />
      <TextField
        name="capacity"
        label={t`How many coachings may begin in a quarter`}
        inputMode="numeric"
        short
        rules={{
          validate: (typed: string) =>
            /^\d+$/.test(typed.trim()) || t`Write a whole number, such as 2.`,
        }}
      />
      <Blackouts />
      <TextArea name="note" label={t`What else others should know`} rows={3} maxLength={4000} />
    </Form>
  );
}
