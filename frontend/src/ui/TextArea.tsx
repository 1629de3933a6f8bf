import { classes } from "./classes";
import { FieldFrame, type FieldProps, useField } from "./Field";

type TextAreaProps = FieldProps & { rows?: number; maxLength?: number };

/** Several lines of text in a form. */
export function TextArea({ name, label, hint, rules, rows = 4, maxLength }: TextAreaProps) {
  const { id, error, control } = useField({ name, hint, rules });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...control}
        rows={rows}
        maxLength={maxLength}
        className={classes(
          "kern-form-input__input",
          "field-area",
          error && "kern-form-input__input--error",
        )}
      />
    </FieldFrame>
  );
}
