import { useEffect, useReducer, useState } from "react";
import { noteAddress } from "../queries";
import { NoteLine } from "./line";

/** The line to a room's shared note, as long as the page shows it; drawn anew with every change of it. */
export function useLine(room: string): NoteLine | undefined {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [line, setLine] = useState<NoteLine>();

  useEffect(() => {
    const opened = new NoteLine(() => noteAddress(room), draw);
    setLine(opened);
    return () => opened.stop();
  }, [room]);

  return line;
}
