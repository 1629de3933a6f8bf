import type { InputHTMLAttributes } from "react";
import { classes } from "./classes";
import { FieldFrame, type FieldProps, useField } from "./Field";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "password" | "date" | "url" | "tel";
  /** A code of a few digits: narrow, with even digits. */
  short?: boolean;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "autoComplete" | "inputMode" | "maxLength" | "lang"
  >;

/** A line of text in a form; outside of one, see Fields. */
export function TextField({ name, label, hint, rules, type, short, ...rest }: TextFieldProps) {
  const { id, error, control } = useField({ name, hint, rules });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        {...control}
        type={type ?? "text"}
        className={classes(
          "kern-form-input__input",
          error && "kern-form-input__input--error",
          short && "field-short",
        )}
        spellCheck={type === "email" || type === "password" || short ? false : undefined}
        autoCapitalize={type === "email" || type === "password" ? "none" : undefined}
      />
    </FieldFrame>
  );
}
