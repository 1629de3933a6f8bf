import { Trans } from "@lingui/react/macro";
import type { SaveState } from "./useDraft";

/** Whether what is typed is kept. */
export function SaveLine({ state }: { state: SaveState }) {
  return (
    <p className="small muted" role="status">
      {state === "saved" ? <Trans>Saved</Trans> : null}
      {state === "typing" || state === "saving" ? <Trans>Saving</Trans> : null}
      {state === "refused" ? <Trans>Not saved yet; what you typed is still here</Trans> : null}
    </p>
  );
}
