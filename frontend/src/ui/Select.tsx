import { FieldFrame, type FieldProps, useField } from "./Field";

type SelectProps = FieldProps & { options: { value: string; label: string; lang?: string }[] };

/** One of a few in a form; outside of one, see Fields. */
export function Select({ name, label, hint, rules, options }: SelectProps) {
  const { id, error, control } = useField({ name, hint, rules });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="kern-form-input__select-wrapper">
        <select {...control} className="kern-form-input__select">
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}
