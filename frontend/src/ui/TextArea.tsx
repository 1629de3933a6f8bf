import { classes } from "./classes";
import { FieldFrame, type FieldProps, useField } from "./Field";

/** Several lines of text in a form. */
export function TextArea({ name, label, hint, rules, rows = 4 }: FieldProps & { rows?: number }) {
  const { id, error, control } = useField({ name, hint, rules });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...control}
        rows={rows}
        className={classes("kern-form-input__input", error && "kern-form-input__input--error")}
      />
    </FieldFrame>
  );
}
