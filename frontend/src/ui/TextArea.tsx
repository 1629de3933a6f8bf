import { classes } from "./classes";
import { FieldFrame, type FieldProps, useField } from "./Field";

type TextAreaProps = FieldProps & { rows?: number; maxLength?: number; lang?: string };

/** Several lines of text in a form. */
export function TextArea({ name, label, hint, rules, rows = 4, ...rest }: TextAreaProps) {
  const { id, error, control } = useField({ name, hint, rules });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        {...control}
        rows={rows}
        className={classes(
          "kern-form-input__input",
          "field-area",
          error && "kern-form-input__input--error",
        )}
      />
    </FieldFrame>
  );
}
