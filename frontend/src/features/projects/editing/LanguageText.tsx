import { useLingui } from "@lingui/react/macro";
import { createContext, type ReactNode, use } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { type LanguageMap, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";

/** In which language is written, and which one stands beside it. */
export type Writing = { main: string; beside: string };

export const WritingContext = createContext<Writing>({ main: "en", beside: "" });

type LanguageTextProps = {
  /** Where in the values: `summary`, `lessons.0.happened`. */
  name: string;
  label: string;
  hint?: ReactNode;
  /** One line rather than several. */
  line?: boolean;
  rows?: number;
};

/** One text in the language that is written in, with the second one beside it where there is one. */
export function LanguageText({ name, label, hint, line, rows = 3 }: LanguageTextProps) {
  const { main, beside } = use(WritingContext);
  const { t } = useLingui();
  const reader = useLanguage();
  const { control } = useFormContext();
  const texts = (useWatch({ control, name }) ?? {}) as LanguageMap;
  const elsewhere = Object.keys(texts).filter(
    (tag) => tag !== main && tag !== beside && texts[tag]?.trim(),
  );
  const names = elsewhere.map((tag) => languageName(tag, reader)).join(", ");
  const written = beside ? [main, beside] : [main];
  return (
    <div className="language-text">
      {beside && hint !== undefined ? <p className="small muted">{hint}</p> : null}
      <div className="language-text-beside">
        {written.map((tag) => {
          const shown = beside ? (
            <>
              {label} <span className="muted">({languageName(tag, reader)})</span>
            </>
          ) : (
            label
          );
          const props = { name: `${name}.${tag}`, label: shown, lang: tag };
          const told = hint !== undefined && !beside ? { hint } : {};
          return line ? (
            <TextField key={tag} {...props} {...told} maxLength={300} />
          ) : (
            <TextArea key={tag} {...props} {...told} rows={rows} maxLength={4000} />
          );
        })}
      </div>
      {names ? <p className="tiny muted">{t`Also written in: ${names}`}</p> : null}
    </div>
  );
}
