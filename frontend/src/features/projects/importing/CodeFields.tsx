import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Select, TextField } from "@/ui/Fields";
import { useWord as useProjectWord } from "../words";
import { type Chosen, foreignWords, STAGES } from "./mapping";
import type { Import, Question } from "./queries";
import { useWord } from "./words";

type CodeFieldsProps = {
  run: Import;
  doubts: readonly Question[];
  chosen: Chosen;
  onChange: (more: Partial<Chosen>) => void;
};

/** What the file's own words for countries and stages are with us. */
export function CodeFields({ run, doubts, chosen, onChange }: CodeFieldsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const word = useWord();
  const stage = useProjectWord();
  const sets = [
    {
      field: "country",
      options: countries(language).map(({ id, label }) => ({ value: id, label })),
    },
    {
      field: "maturity",
      options: STAGES.map((value) => ({ value, label: stage("maturity", value) })),
    },
  ] as const;
  const filled = Object.values(chosen.columns);

  function say(field: string, given: string, code: string) {
    const codes = { ...chosen.codes, [field]: { ...chosen.codes[field], [given]: code } };
    onChange({ codes });
  }

  return sets
    .filter(({ field }) => filled.includes(field))
    .map(({ field, options }) => (
      <fieldset key={field} className="import-codes">
        <legend className="h3">
          <WordsFor field={word("field", field)} />
        </legend>
        <div className="import-columns">
          {foreignWords(field, run, chosen, doubts).map((given) => (
            <Select
              key={given}
              label={given}
              value={chosen.codes[field]?.[given] ?? ""}
              options={[{ value: "", label: t`not said yet` }, ...options]}
              onChange={(code) => say(field, given, code)}
            />
          ))}
        </div>
        <OneMore onAdd={(given) => say(field, given, "")} />
      </fieldset>
    ));
}

function WordsFor({ field }: { field: string }) {
  return <Trans>Your words for: {field}</Trans>;
}

function OneMore({ onAdd }: { onAdd: (given: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  return (
    <div className="import-more">
      <TextField label={t`Another word in your file`} value={typed} onChange={setTyped} />
      <Button
        onClick={() => {
          if (typed.trim()) onAdd(typed.trim());
          setTyped("");
        }}
      >
        <Trans>Add this word</Trans>
      </Button>
    </div>
  );
}
