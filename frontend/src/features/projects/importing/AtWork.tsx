import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";

/** The server is at it: what it does is read out once, how far it is can be seen. */
export function AtWork({ says, rows }: { says: ReactNode; rows: number }) {
  return (
    <div className="import-work">
      <p role="status">{says}</p>
      <progress aria-hidden="true" />
      <p className="muted">
        <Plural value={rows} one="# row so far" other="# rows so far" />
      </p>
    </div>
  );
}
