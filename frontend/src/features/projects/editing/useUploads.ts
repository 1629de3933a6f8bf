import { useLingui } from "@lingui/react/macro";
import { use, useRef, useState } from "react";
import { Problem } from "@/api/problem";
import { type FileOut, FilesContext, MOST_BYTES, sendFile } from "./files";

/** A file on its way: how much of it is sent, from 0 to 1, or why it was not taken. */
export type Sending = { key: string; name: string; part: number; refusal?: string };

/** Sends files one after the other; each that was taken is handed on. */
export function useUploads(onTaken: (file: FileOut, given: File) => void) {
  const { t } = useLingui();
  const { of: project, add } = use(FilesContext);
  const [sendings, setSendings] = useState<Sending[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());

  const change = (key: string, more: Partial<Sending>) =>
    setSendings((all) => all.map((each) => (each.key === key ? { ...each, ...more } : each)));
  const forget = (key: string) => setSendings((all) => all.filter((each) => each.key !== key));

  async function send(key: string, file: File): Promise<void> {
    try {
      const taken = await sendFile(project, file, (part) => change(key, { part }));
      add(taken);
      onTaken(taken, file);
      forget(key);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      change(key, { refusal: said(failure) });
    }
  }

  function said({ errors: [first], title, detail }: Problem): string {
    if (first) return first.detail;
    return title
      ? `${title}. ${detail}`
      : t`The server could not be reached. Choose the file again.`;
  }

  function start(files: Iterable<File>) {
    for (const file of files) {
      const key = crypto.randomUUID();
      const begun = { key, name: file.name, part: 0 };
      if (file.size > MOST_BYTES) {
        const refusal = t`It is larger than 25 MB. Make it smaller, or link to it under Sources.`;
        setSendings((all) => [...all, { ...begun, refusal }]);
      } else {
        setSendings((all) => [...all, begun]);
        line.current = line.current.then(() => send(key, file));
      }
    }
  }

  return { sendings, start, forget };
}
