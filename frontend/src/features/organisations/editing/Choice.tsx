import { lazy, Suspense, useEffect, useId, useRef } from "react";
import { useController } from "react-hook-form";
import { classes } from "@/ui/classes";

const ComboBox = lazy(async () => ({ default: (await import("@/ui/ComboBox")).ComboBox }));

type ChoiceProps = {
  name: string;
  label: string;
  options: { id: string; label: string }[];
};

/** One of many in a form, searched by typing; its box comes after the page and its room is kept until then. */
export function Choice({ name, label, options }: ChoiceProps) {
  const { field, fieldState } = useController({ name });
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const error = fieldState.error?.message;
  const { ref } = field;

  // The form puts the focus on what was refused; the input itself is inside the box.
  useEffect(() => {
    ref({ focus: () => box.current?.querySelector("input")?.focus() });
  }, [ref]);

  useEffect(() => {
    const input = box.current?.querySelector("input");
    if (error) input?.setAttribute("aria-describedby", id);
    else input?.removeAttribute("aria-describedby");
  }, [error, id]);

  return (
    <div ref={box} className={classes(error && "kern-form-input--error")}>
      <Suspense fallback={<div className="edit-choice-room" />}>
        <ComboBox label={label} value={field.value} options={options} onChange={field.onChange} />
      </Suspense>
      {error ? (
        <p id={id} className="field-error small">
          {error}
        </p>
      ) : null}
    </div>
  );
}
