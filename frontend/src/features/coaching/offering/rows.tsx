import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFieldArray } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Select } from "@/ui/Select";
import { useText } from "@/ui/Text";
import { TextField } from "@/ui/TextField";
import { useLanguageOptions } from "../fields";
import { publishedQuery } from "../queries";
import { useTopics } from "../topics";
import { LEVELS, useWord } from "../words";
import type { Values } from "./values";

type EvidenceProps = { topics: readonly string[]; organisation: string };

/** For each topic what shows that it is known: a published project, or words. */
export function EvidenceRows({ topics, organisation }: EvidenceProps) {
  const { t } = useLingui();
  const text = useText();
  const { name } = useTopics();
  const published = useQuery(publishedQuery(organisation)).data?.items ?? [];
  if (topics.length === 0) return null;
  return (
    <fieldset className="offer-rows">
      <legend className="kern-label">
        <Trans>What shows that you know them</Trans>
      </legend>
      <p className="small muted">
        <Trans>A published project counts most. Words are enough to begin.</Trans>
      </p>
      {topics.map((topic) => (
        <fieldset key={topic} className="offer-row">
          <legend>{name(topic)}</legend>
          {published.length > 0 ? (
            <Select
              name={`evidence.${topic}.project`}
              label={t`Project`}
              options={[
                { value: "", label: t`none` },
                ...published.map(({ id, title }) => ({ value: id, label: text(title) })),
              ]}
            />
          ) : null}
          <TextField name={`evidence.${topic}.note`} label={t`In words`} maxLength={1000} />
        </fieldset>
      ))}
    </fieldset>
  );
}

/** Languages with how well they are spoken. */
export function LanguageRows() {
  const { t } = useLingui();
  const word = useWord();
  const { fields, append, remove } = useFieldArray<Values, "languages">({ name: "languages" });
  const options = useLanguageOptions(fields.map(({ language }) => language));
  const free = options.find(({ value }) => fields.every(({ language }) => language !== value));
  return (
    <fieldset className="offer-rows">
      <legend className="kern-label">
        <Trans>Languages</Trans>
      </legend>
      {fields.map((field, index) => (
        <div key={field.id} className="offer-row">
          <Select name={`languages.${index}.language`} label={t`Language`} options={options} />
          <Select
            name={`languages.${index}.level`}
            label={t`How well`}
            options={LEVELS.map((value) => ({ value, label: word("level", value) }))}
          />
          {fields.length > 1 ? (
            <TextButton onClick={() => remove(index)}>
              <Trans>Take away</Trans>
            </TextButton>
          ) : null}
        </div>
      ))}
      {free ? (
        <p>
          <TextButton onClick={() => append({ language: free.value, level: "b2" })}>
            <Trans>Another language</Trans>
          </TextButton>
        </p>
      ) : null}
    </fieldset>
  );
}

/** Days on which nobody is there. */
export function Blackouts() {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray<Values, "blackouts">({ name: "blackouts" });
  return (
    <fieldset className="offer-rows">
      <legend className="kern-label">
        <Trans>Days on which nobody is there</Trans>
      </legend>
      {fields.map((field, index) => (
        <div key={field.id} className="offer-row">
          <TextField name={`blackouts.${index}.first`} type="date" label={t`First day`} />
          <TextField name={`blackouts.${index}.last`} type="date" label={t`Last day`} />
          <TextButton onClick={() => remove(index)}>
            <Trans>Take away</Trans>
          </TextButton>
        </div>
      ))}
      <p>
        <TextButton onClick={() => append({ first: "", last: "" })}>
          <Trans>Add days</Trans>
        </TextButton>
      </p>
    </fieldset>
  );
}
