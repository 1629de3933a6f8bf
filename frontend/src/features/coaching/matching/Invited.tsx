import { Plural, Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/Badge";
import { Day } from "../Day";
import type { Invitation } from "../queries";
import { useWord } from "../words";

const TONES: Partial<Record<Invitation["state"], "ok" | "warn">> = {
  invited: "warn",
  accepted: "ok",
  reserve: "ok",
};

/** Where an invitation stands: when it went out, until when it waits, what was answered. */
export function Invited({ of }: { of: Invitation }) {
  const word = useWord();
  const tone = TONES[of.state];
  return (
    <p className="coaching-invited">
      <Badge {...(tone ? { tone } : {})}>{word("invitation", of.state)}</Badge>{" "}
      <span className="small">
        {of.state === "invited" ? (
          <>
            <Trans>
              on <Day at={of.invited_at} />, answer by <Day at={of.answer_by} />
            </Trans>
            {of.reminders > 0 ? (
              <>
                , <Plural value={of.reminders} one="# reminder sent" other="# reminders sent" />
              </>
            ) : null}
          </>
        ) : null}
        {of.state !== "invited" && of.answered_at ? (
          <Trans>
            on <Day at={of.answered_at} />
          </Trans>
        ) : null}
        {of.reason ? `: ${of.reason}` : null}
      </span>
    </p>
  );
}
