import { Plural, Trans } from "@lingui/react/macro";
import { regional } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import type { SaveState } from "./useAutosave";

type SaveLineProps = { state: SaveState; at: string; unready: number };

/** Whether what is typed is kept. */
export function SaveLine({ state, at, unready }: SaveLineProps) {
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(regional(language), { timeStyle: "short" }).format(
    new Date(at),
  );
  return (
    <p className="project-saved small" role="status">
      {state === "saved" ? <Trans>Saved, {time}</Trans> : null}
      {state === "typing" || state === "saving" ? <Trans>Saving</Trans> : null}
      {state === "meeting" ? <Trans>Not saved: somebody else wrote here too</Trans> : null}
      {state === "refused" ? <Trans>Not saved yet; what you typed is still here</Trans> : null}
      {unready > 0 ? (
        <span className="project-unready">
          {" "}
          <Plural
            value={unready}
            one="# part is begun and kept once it is whole."
            other="# parts are begun and kept once they are whole."
          />
        </span>
      ) : null}
    </p>
  );
}
