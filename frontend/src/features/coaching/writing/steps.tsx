import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import type { Lead } from "@/api/leads";
import { CheckField } from "@/ui/CheckField";
import { Select } from "@/ui/Select";
import { useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { Choices, LanguageChecks, TopicChecks } from "../fields";
import { publishedQuery } from "../queries";
import { FORMATS, TRAVELS, URGENCIES, useWord } from "../words";
import { SHARED, type Values } from "./values";

const TRAVELLING = ["visit_out", "visit_in", "joint_event"];
const PLACES = ["3", "4", "5", "6"];

/** What it is about. */
export function About({ leads, isNew }: { leads: Lead[]; isNew: boolean }) {
  const { t } = useLingui();
  const text = useText();
  const organisation = useWatch<Values, "organisation">({ name: "organisation" });
  const topics = useWatch<Values, "topics">({ name: "topics" });
  const published = useQuery(publishedQuery(organisation)).data?.items ?? [];
  return (
    <>
      {isNew && leads.length > 1 ? (
        <Select
          name="organisation"
          label={t`Organisation`}
          hint={t`In whose name you ask.`}
          options={leads.map(({ slug, label }) => ({ value: slug, label: text(label) }))}
        />
      ) : null}
      <TextField
        name="title"
        label={t`Title`}
        hint={t`In a few words. It is saved as a draft from here on.`}
        maxLength={300}
      />
      <TextArea
        name="challenge"
        label={t`What do you want to know?`}
        hint={t`As you would ask a colleague in another city.`}
        rows={5}
        maxLength={4000}
      />
      <TopicChecks
        name="topics"
        legend={<Trans>Topics</Trans>}
        hint={<Trans>Who offers one of these can be found.</Trans>}
        chosen={topics}
      />
      <details className="coaching-more">
        <summary>
          <Trans>More, if you like</Trans>
        </summary>
        <TextArea name="tried" label={t`What you have tried so far`} rows={3} maxLength={4000} />
        <TextArea name="wished" label={t`What you wish for`} rows={3} maxLength={4000} />
        <TextArea name="questions" label={t`Questions`} hint={t`One in each line, at most ten.`} />
        {published.length > 0 ? (
          <Select
            name="project"
            label={t`Your project that it is about`}
            options={[
              { value: "", label: t`none` },
              ...published.map(({ id, title }) => ({ value: id, label: text(title) })),
            ]}
          />
        ) : null}
      </details>
    </>
  );
}

/** In which way, in which languages and when. */
export function How() {
  const { t } = useLingui();
  const word = useWord();
  const format = useWatch<Values, "format">({ name: "format" });
  const languages = useWatch<Values, "languages">({ name: "languages" });
  return (
    <>
      <Choices
        name="format"
        legend={<Trans>Kind of coaching</Trans>}
        options={FORMATS.map((value) => ({
          value,
          label: word("format", value),
          hint: word("format_hint", value),
        }))}
      />
      {SHARED.includes(format) ? (
        <Select
          name="places"
          label={t`How many cities`}
          options={PLACES.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <LanguageChecks
        name="languages"
        legend={<Trans>Languages in which you can talk</Trans>}
        chosen={languages}
      />
      <CheckField name="interpretation">
        <Trans>Interpreting is there, or you ask for it</Trans>
      </CheckField>
      <div className="coaching-dates">
        <TextField name="window_from" type="date" label={t`Not before`} />
        <TextField name="window_to" type="date" label={t`Not after`} />
      </div>
      {TRAVELLING.includes(format) ? (
        <Select
          name="travel"
          label={t`Travel`}
          options={TRAVELS.map((value) => ({ value, label: word("travel", value) }))}
        />
      ) : null}
      <TextArea
        name="accessibility"
        label={t`What has to be accessible, if anything`}
        rows={2}
        maxLength={1000}
      />
    </>
  );
}

/** Who may read it, and how soon. */
export function Readers() {
  const word = useWord();
  return (
    <>
      <Choices
        name="confidentiality"
        legend={<Trans>Who may read it</Trans>}
        hint={<Trans>As a draft only you and the secretariat.</Trans>}
        options={(["parties", "network"] as const).map((value) => ({
          value,
          label: word("confidentiality", value),
        }))}
      />
      <Choices
        name="urgency"
        legend={<Trans>How soon</Trans>}
        options={URGENCIES.map((value) => ({ value, label: word("urgency", value) }))}
      />
    </>
  );
}
