import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useProblem } from "@/ui/useProblem";
import { type Draft, differences, draftOf, patchOf, unready } from "./draft";
import { type Seen, seeNow, writeProject } from "./queries";
import { type Field, type Values, valuesOf } from "./values";

export type SaveState = "saved" | "typing" | "saving" | "meeting" | "refused";
/** What somebody else changed since, and the fields that were typed here too. */
export type Meeting = {
  before: Draft;
  theirs: Draft;
  values: Values;
  taken: Field[];
  both: Field[];
};

const PAUSE_MS = 1000;

export const valuesSeen = ({ data }: Seen): Values => {
  const story = data.work ?? data.live;
  if (!story) throw new Error("a project has a version");
  return valuesOf(story, data.publishes_itself);
};

/** Saves what is typed after a pause, field by field; where somebody was faster, it asks which is to stay. */
export function useAutosave(
  form: UseFormReturn<Values>,
  opened: Seen,
  onSaved: (seen: Seen) => void,
) {
  const [state, setState] = useState<SaveState>("saved");
  const [meeting, setMeeting] = useState<Meeting>();
  const [open, setOpen] = useState<Field[]>([]);
  const problem = useProblem(form);
  const seen = useRef(opened);
  const ground = useRef<Draft>(draftOf(valuesSeen(opened)));
  const timer = useRef(0);
  const running = useRef<Promise<boolean>>(undefined);
  const waits = useRef<Field[]>([]);

  const typed = useEffectEvent(() => {
    if (Object.keys(patchNow()).length === 0) return;
    if (waits.current.length === 0) setState("typing");
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

  function patchNow() {
    const draft = draftOf(form.getValues());
    setOpen(unready(draft));
    return patchOf(ground.current, draft);
  }

  const begun = () => unready(draftOf(form.getValues()));

  /** Whether everything that can be kept is kept. */
  function save(): Promise<boolean> {
    clearTimeout(timer.current);
    running.current = (running.current ?? Promise.resolve(true)).then(saveNow);
    return running.current;
  }

  async function saveNow(): Promise<boolean> {
    if (waits.current.length > 0) return false;
    const draft = draftOf(form.getValues());
    const patch = patchNow();
    if (Object.keys(patch).length === 0) {
      setState("saved");
      return true;
    }
    setState("saving");
    problem.clear();
    try {
      seen.current = await writeProject(seen.current, patch);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 412) return meet(draft);
      setState("refused");
      problem.show(failure);
      return false;
    }
    const written = (Object.keys(patch) as Field[]).map((name) => [name, draft[name]]);
    ground.current = { ...ground.current, ...Object.fromEntries(written) };
    onSaved(seen.current);
    form.clearErrors();
    const isWhole = Object.keys(patchNow()).length === 0;
    setState(isWhole ? "saved" : "typing");
    if (!isWhole) timer.current = window.setTimeout(() => void save(), PAUSE_MS);
    return isWhole;
  }

  /** Somebody was faster: what only they changed is taken over, of what both changed one stays. */
  async function meet(mine: Draft): Promise<boolean> {
    const before = ground.current;
    const now = await seeNow(seen.current.data.id);
    seen.current = now;
    onSaved(now);
    if (!now.data.may.includes("write")) return false;
    const values = valuesSeen(now);
    const theirs = draftOf(values);
    const changed = differences(before, theirs);
    const here = differences(before, mine);
    const both = changed.filter(
      (name) =>
        here.includes(name) &&
        differences({ [name]: theirs[name] }, { [name]: mine[name] }).length > 0,
    );
    const taken = changed.filter((name) => !here.includes(name));
    ground.current = theirs;
    for (const name of taken) take(name, values);
    waits.current = both;
    if (changed.length > 0) setMeeting({ before, theirs, values, taken, both });
    if (both.length === 0) return saveNow();
    setState("meeting");
    return false;
  }

  function take(name: Field, values: Values) {
    form.setValue(name as keyof Values, values[name as keyof Values]);
  }

  /** One of two: what was typed here, or what somebody else wrote. */
  function choose(name: Field, whose: "mine" | "theirs") {
    if (!meeting) return;
    if (whose === "theirs") take(name, meeting.values);
    waits.current = waits.current.filter((each) => each !== name);
    setMeeting(waits.current.length > 0 ? { ...meeting, both: waits.current } : undefined);
    if (waits.current.length === 0) void save();
  }

  return {
    state,
    meeting,
    choose,
    save,
    /** Lists that are begun and not ready to be kept. */
    unready: open,
    refusal: problem.general,
    latest: () => seen.current,
    holds: () => Object.keys(patchNow()).length > 0 || begun().length > 0,
    /** Saves what can be saved; whether nothing typed is left over. */
    settle: async () => (await save()) && begun().length === 0,
  };
}

export type Autosave = ReturnType<typeof useAutosave>;
