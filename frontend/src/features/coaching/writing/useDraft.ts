import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useProblem } from "@/ui/useProblem";
import {
  beginRequest,
  type RequestCreate,
  type RequestPatch,
  requestQuery,
  type Seen,
  writeRequest,
} from "../queries";
import { difference, patchOf, type Values, valuesOf } from "./values";

export type SaveState = "new" | "saved" | "typing" | "saving" | "refused";

const PAUSE_MS = 1000;
/** What the server answers where the version named is not the last one. */
const CHANGED = 412;

type DraftProps = {
  form: UseFormReturn<Values>;
  opened: Seen | undefined;
  /** In which it is written. */
  language: string;
  onSaved: (seen: Seen) => void;
};

/** Begins a draft once it has a title, and saves what is typed after a pause. */
export function useDraft({ form, opened, language, onSaved }: DraftProps) {
  const [state, setState] = useState<SaveState>(opened ? "saved" : "new");
  const [met, setMet] = useState<Seen>();
  const queries = useQueryClient();
  const problem = useProblem(form);
  const seen = useRef(opened);
  const kept = useRef<RequestPatch>(opened ? patchOf(form.getValues(), language) : {});
  const once = useRef({ title: "", key: "" });
  const timer = useRef(0);
  const running = useRef<Promise<Seen | undefined>>(undefined);

  const typed = useEffectEvent(() => {
    if (!waits()) return;
    setState("typing");
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  });

  useEffect(() => {
    const stop = form.subscribe({ formState: { values: true }, callback: () => typed() });
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [form]);

  /** Whether something is typed that can be kept; without a title nothing can. */
  function waits(): boolean {
    const values = form.getValues();
    if (!values.title.trim()) return false;
    return Object.keys(difference(patchOf(values, language), kept.current)).length > 0;
  }

  /** One at a time: what is typed meanwhile is saved after it. */
  async function save(): Promise<Seen | undefined> {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    if (!waits()) return seen.current;
    running.current = write().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }

  async function write(): Promise<Seen | undefined> {
    const values = form.getValues();
    const whole = patchOf(values, language);
    setState("saving");
    try {
      const made = await send(values, whole);
      seen.current = made;
      kept.current = whole;
      problem.clear();
      setState("saved");
      onSaved(made);
      return made;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === CHANGED && seen.current) return meet(seen.current.data.id, whole);
      problem.show(failure);
      setState("refused");
      return undefined;
    }
  }

  function send(values: Values, whole: RequestPatch): Promise<Seen> {
    if (!seen.current) return beginRequest(created(values, whole), keyOf(values.title));
    const { data, tag } = seen.current;
    return writeRequest(data.id, tag, difference(whole, kept.current));
  }

  /** Somebody else was faster: theirs stands where nothing was typed here. */
  async function meet(id: string, whole: RequestPatch): Promise<Seen | undefined> {
    const mine = Object.keys(difference(whole, kept.current));
    const now = await queries.fetchQuery(requestQuery(id));
    const theirs = valuesOf(now.data, language, now.data.organisation.slug);
    seen.current = now;
    kept.current = patchOf(theirs, language);
    for (const name of Object.keys(theirs) as (keyof Values)[]) {
      if (!mine.includes(name)) form.setValue(name, theirs[name]);
    }
    setMet(now);
    return write();
  }

  function keyOf(title: string): string {
    if (once.current.title !== title) once.current = { title, key: crypto.randomUUID() };
    return once.current.key;
  }

  return { state, save, met, refusal: problem.general };
}

/** What begins has no texts that are taken away. */
function created({ organisation }: Values, whole: RequestPatch): RequestCreate {
  const told = Object.entries(whole).filter(
    ([, value]) => value !== null && !Object.values(value).includes(null),
  );
  return { organisation, network: "iscn", ...Object.fromEntries(told) } as RequestCreate;
}
