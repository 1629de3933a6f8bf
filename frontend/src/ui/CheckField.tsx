import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";

/** Yes or no in a form; outside of one, see Fields. */
export function CheckField({ name, children }: { name: string; children: ReactNode }) {
  const { register } = useFormContext();
  return (
    <label className="check">
      <input type="checkbox" {...register(name)} />
      <span>{children}</span>
    </label>
  );
}
