import type { ReactNode } from "react";
import { useId } from "react";
import { type RegisterOptions, useFormContext } from "react-hook-form";
import { classes } from "./classes";

export type FieldProps = {
  /** As in the values of the form: `name`, `members.0.name`. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is checked before anything is sent, each with its sentence. */
  rules?: RegisterOptions;
};

/** What a control of a form needs: its registration, its id, and the ids of what describes it. */
export function useField({ name, hint, rules }: Omit<FieldProps, "label">) {
  const { register, getFieldState, formState } = useFormContext();
  const id = useId();
  const error = getFieldState(name, formState).error?.message;
  return {
    id,
    error,
    control: {
      ...register(name, rules),
      id,
      "aria-invalid": error ? true : undefined,
      "aria-required": rules?.required ? true : undefined,
      "aria-describedby":
        classes(hint !== undefined && `${id}-hint`, error && `${id}-error`) || undefined,
    },
  };
}

type FrameProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error: string | undefined;
  children: ReactNode;
};

/** Label, hint, the control, and what is wrong with it. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={classes("kern-form-input", "field", error && "kern-form-input--error")}>
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span className="field-hint small muted" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {error ? (
        <p className="field-error small" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
