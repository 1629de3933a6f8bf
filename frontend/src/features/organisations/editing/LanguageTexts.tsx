import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldArray, useFormContext } from "react-hook-form";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { TextField } from "@/ui/TextField";

const OFFERED = ["en", "de", "es", "pt", "fr", "it", "nl", "pl", "hi", "uk", "tr", "ar"];

type LanguageTextsProps = {
  /** Where in the values: `label`, `names.0.name`. */
  name: string;
  label: string;
  maxLength?: number;
};

/** One text in the languages it exists in; the first of them cannot be taken away. */
export function LanguageTexts({ name, label, maxLength = 300 }: LanguageTextsProps) {
  const { t } = useLingui();
  const reader = useLanguage();
  const { getValues } = useFormContext();
  const rows = useFieldArray({ name });
  const used = (getValues(name) as { language: string }[]).map(({ language }) => language);
  const free = OFFERED.filter((tag) => !used.includes(tag));
  return (
    <div className="edit-texts">
      {rows.fields.map((row, place) => {
        const tag = used[place] ?? "en";
        const language = languageName(tag, reader);
        return (
          <div key={row.id} className="edit-text">
            <TextField
              name={`${name}.${place}.text`}
              label={
                <>
                  {label} <span className="muted">({language})</span>
                </>
              }
              lang={tag}
              maxLength={maxLength}
              rules={{ required: t`Write it, or remove this language.` }}
            />
            {rows.fields.length > 1 ? (
              <TextButton onClick={() => rows.remove(place)}>
                <Trans>Remove</Trans> <span className="vh">{`${label} (${language})`}</span>
              </TextButton>
            ) : null}
          </div>
        );
      })}
      <label className="edit-add small">
        <Trans>Add in another language</Trans>{" "}
        <span className="kern-form-input__select-wrapper">
          <select
            className="kern-form-input__select"
            value=""
            onChange={(event) => rows.append({ language: event.target.value, text: "" })}
          >
            <option value="">{t`Choose`}</option>
            {free.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, reader)}
              </option>
            ))}
          </select>
        </span>
      </label>
    </div>
  );
}
