import { Problem } from "@/api/problem";
import type { Values } from "./values";

/** The field of the form that shows what a pointer into the record names. */
function pointerOf(pointer: string, typed: Values): string {
  const [, field, place, part, language] = pointer.split("/");
  if (field === "label") return `/label/${row(typed.label, place)}/text`;
  if (field === "aliases") return "/aliases";
  if (field !== "names") return pointer;
  const index = place === undefined ? Math.max(typed.names.length - 1, 0) : Number(place);
  if (place === undefined) return `/names/${index}/valid_from`;
  if (part === undefined) return `/names/${index}/valid_to`;
  if (part !== "name") return pointer;
  return `/names/${index}/name/${row(typed.names[index]?.name ?? [], language)}/text`;
}

function row(texts: { language: string }[], language: string | undefined): number {
  const found = texts.findIndex((text) => text.language === language);
  return Math.max(found, 0);
}

/** A refusal whose sentences point to fields as the form names them. */
export function placed(problem: Problem, typed: Values): Problem {
  const errors = problem.errors.map((each) => ({
    ...each,
    pointer: pointerOf(each.pointer, typed),
  }));
  return Problem.from(problem.status, { ...problem, errors });
}
