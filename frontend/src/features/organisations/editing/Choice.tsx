import { useEffect, useId, useRef } from "react";
import { useController } from "react-hook-form";
import { ComboBox } from "@/ui/ComboBox";
import { classes } from "@/ui/classes";

type ChoiceProps = {
  name: string;
  label: string;
  options: { id: string; label: string }[];
};

/** One of many in a form, searched by typing. */
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
      <ComboBox label={label} value={field.value} options={options} onChange={field.onChange} />
      {error ? (
        <p id={id} className="field-error small">
          {error}
        </p>
      ) : null}
    </div>
  );
}
