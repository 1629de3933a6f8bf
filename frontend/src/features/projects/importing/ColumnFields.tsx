import { Trans, useLingui } from "@lingui/react/macro";
import { Select, TextField } from "@/ui/Fields";
import { type Chosen, FIELDS, LANGUAGES, LISTS, ownField } from "./mapping";
import type { Import } from "./queries";
import { useFieldName } from "./useFieldName";
import { useLanguageNames } from "./useLanguageNames";

type ColumnFieldsProps = { run: Import; chosen: Chosen; onChange: (more: Partial<Chosen>) => void };

/** For each column of the file, the field of a project that it fills. */
export function ColumnFields({ run, chosen, onChange }: ColumnFieldsProps) {
  const { t } = useLingui();
  const name = useFieldName();
  const language = useLanguageNames();
  const fields = FIELDS.map((value) => ({ value, label: name(value) }));
  const unread = { value: "", label: t`is not read` };

  return (
    <fieldset>
      <legend className="h3">
        <Trans>What the columns are</Trans>
      </legend>
      <p className="muted">
        <Trans>
          Suggestions by name are chosen already. Look at each; nothing counts before you press
          “Read it this way” below.
        </Trans>
      </p>
      <div className="import-columns">
        {run.seen.columns.map((column) => (
          <Select
            key={column}
            label={column}
            value={chosen.columns[column] ?? ""}
            options={ownField(column) ? fields : [unread, ...fields]}
            onChange={(field) => onChange({ columns: { ...chosen.columns, [column]: field } })}
          />
        ))}
      </div>
      <div className="import-columns">
        <Select
          label={t`Language of texts whose field names none`}
          value={chosen.language}
          options={LANGUAGES.map((value) => ({ value, label: language(value) }))}
          onChange={(value) => onChange({ language: value })}
        />
        {Object.values(chosen.columns).some((field) => LISTS.includes(field)) ? (
          <TextField
            label={t`Sign between several values in one cell`}
            value={chosen.separator}
            onChange={(separator) => onChange({ separator })}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
