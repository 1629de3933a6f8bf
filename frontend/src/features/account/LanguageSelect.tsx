import { useLingui } from "@lingui/react/macro";
import { languages } from "@/i18n/language";
import { Select } from "@/ui/Select";

/** The language of an account, each in its own name. */
export function LanguageSelect() {
  const { t } = useLingui();
  return (
    <Select
      name="language"
      label={t`Language`}
      hint={t`In which we speak and write to you.`}
      options={Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }))}
    />
  );
}
