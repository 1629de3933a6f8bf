import { Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/Badge";
import type { State } from "./queries";
import { toneOf } from "./states";
import { useWord } from "./words";

type StateBadgesProps = { live: State | null; work: State | null };

/** Where both versions stand: the one that everybody sees, and the one at work. */
export function StateBadges({ live, work }: StateBadgesProps) {
  const word = useWord();
  return (
    <span className="project-states">
      {live ? <Badge tone={toneOf(live)}>{word("state", live)}</Badge> : null}
      {work ? (
        <Badge tone={toneOf(work)}>
          {live ? <Trans>New version: {word("state", work)}</Trans> : word("state", work)}
        </Badge>
      ) : null}
    </span>
  );
}
