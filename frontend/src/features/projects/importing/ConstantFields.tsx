import { Trans, useLingui } from "@lingui/react/macro";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { Select, TextField } from "@/ui/Fields";
import { useWord as useProjectWord } from "../words";
import { type Chosen, CONSTANTS, STAGES } from "./mapping";
import { useWord } from "./words";

type ConstantFieldsProps = { chosen: Chosen; onChange: (more: Partial<Chosen>) => void };

/** What is the same in every row, where no column says it. */
export function ConstantFields({ chosen, onChange }: ConstantFieldsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const word = useWord();
  const stage = useProjectWord();
  const filled = Object.values(chosen.columns);
  const open = CONSTANTS.filter((field) => !filled.includes(field));
  const options: Record<string, { value: string; label: string }[]> = {
    country: countries(language).map(({ id, label }) => ({ value: id, label })),
    maturity: STAGES.map((value) => ({ value, label: stage("maturity", value) })),
  };
  const hints: Record<string, string> = {
    organisation: t`The last part of the address of its page here, such as hamburg.`,
    budget_currency: t`Three letters, such as EUR.`,
  };
  if (open.length === 0) return null;

  return (
    <fieldset>
      <legend className="h3">
        <Trans>What is the same in every row</Trans>
      </legend>
      <div className="import-columns">
        {open.map((field) => {
          const value = chosen.constants[field] ?? "";
          const set = (said: string) =>
            onChange({ constants: { ...chosen.constants, [field]: said } });
          const listed = options[field];
          return listed ? (
            <Select
              key={field}
              label={word("field", field)}
              value={value}
              options={[{ value: "", label: t`differs, or is not known` }, ...listed]}
              onChange={set}
            />
          ) : (
            <TextField
              key={field}
              label={word("field", field)}
              hint={hints[field]}
              value={value}
              onChange={set}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
