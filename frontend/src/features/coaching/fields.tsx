import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useTopics } from "./topics";

export type Option = { value: string; label: string; hint?: string };

type GroupProps = { name: string; legend: ReactNode; hint?: ReactNode; options: Option[] };

function Group({ name, legend, hint, options, type }: GroupProps & { type: "checkbox" | "radio" }) {
  const { register, getFieldState, formState } = useFormContext();
  const error = getFieldState(name, formState).error?.message;
  return (
    <fieldset className="coaching-choices">
      <legend className="kern-label">{legend}</legend>
      {hint ? <p className="small muted">{hint}</p> : null}
      <div>
        {options.map((option) => (
          <label key={option.value} className="check">
            <input type={type} value={option.value} {...register(name)} />
            <span>
              {option.label}
              {option.hint ? <small className="muted">{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <p className="field-error small">{error}</p> : null}
    </fieldset>
  );
}

/** Several of a few. */
export function Checks(props: GroupProps) {
  return <Group {...props} type="checkbox" />;
}

/** One of a few, each with what it means. */
export function Choices(props: GroupProps) {
  return <Group {...props} type="radio" />;
}

type OwnProps = Omit<GroupProps, "options"> & { chosen: readonly string[] };

export function TopicChecks({ chosen, ...rest }: OwnProps) {
  const { options } = useTopics();
  return <Checks {...rest} options={options(chosen)} />;
}

const LANGUAGES = [
  ...["en", "de", "es", "pt", "fr", "it", "nl", "pl"],
  ...["cs", "el", "uk", "tr", "ar", "hi", "zh", "ja"],
];

/** Languages by their names, the reader's first; one that was chosen before stays to be seen. */
export function useLanguageOptions(chosen: readonly string[]): Option[] {
  const reader = useLanguage();
  const tags = [...new Set([reader, ...LANGUAGES, ...chosen])];
  return tags.map((value) => ({ value, label: languageName(value, reader) }));
}

export function LanguageChecks({ chosen, ...rest }: OwnProps) {
  return <Checks {...rest} options={useLanguageOptions(chosen)} />;
}
