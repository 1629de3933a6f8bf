import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { Problem } from "@/api/problem";

/** `/members/0/name` is the field `members.0.name`. */
export function fieldOf(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

export type ProblemOfForm = {
  /** What concerns no field that is on screen. */
  general: Problem | undefined;
  /** Puts each sentence on its field and the focus on the first of them; what is left over is general. */
  show: (problem: Problem) => void;
  clear: () => void;
};

/** What the server refused of a form, each sentence where it belongs. */
export function useProblem<T extends FieldValues>(form: UseFormReturn<T>): ProblemOfForm {
  const [general, setGeneral] = useState<Problem>();

  function show(problem: Problem) {
    const known = new Set<string>(form.control._names.mount);
    const placed = problem.errors.filter((error) => known.has(fieldOf(error.pointer)));
    placed.forEach((error, index) => {
      const field = fieldOf(error.pointer) as Path<T>;
      form.setError(
        field,
        { type: error.code, message: error.detail },
        { shouldFocus: index === 0 },
      );
    });
    const all = placed.length > 0 && placed.length === problem.errors.length;
    setGeneral(all ? undefined : problem);
  }

  return { general, show, clear: () => setGeneral(undefined) };
}
