import { useLingui } from "@lingui/react/macro";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Select } from "@/ui/Fields";
import type { Writing } from "./LanguageText";

export const OFFERED = ["en", "de", "es", "pt", "fr", "it", "nl", "pl", "hi", "uk", "tr", "ar"];

type LanguageChoiceProps = {
  writing: Writing;
  /** Languages that the project is written in besides those that are offered. */
  used: string[];
  onChange: (writing: Writing) => void;
};

/** Write in one language, with a second one beside it where that helps. */
export function LanguageChoice({ writing, used, onChange }: LanguageChoiceProps) {
  const { t } = useLingui();
  const reader = useLanguage();
  const { main, beside } = writing;
  const tags = [...new Set([...OFFERED, ...used])];
  const options = tags.map((value) => ({ value, label: languageName(value, reader) }));
  return (
    <div className="language-choice">
      <Select
        inline
        label={t`Write in`}
        value={main}
        options={options}
        onChange={(next) => onChange({ main: next, beside: beside === next ? main : beside })}
      />
      <Select
        inline
        label={t`Beside it`}
        value={beside}
        options={[
          { value: "", label: t`no other language` },
          ...options.filter(({ value }) => value !== main),
        ]}
        onChange={(next) => onChange({ main, beside: next })}
      />
    </div>
  );
}
