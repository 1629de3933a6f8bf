import { Trans } from "@lingui/react/macro";
import { Notice } from "@/ui/Notice";
import type { Standing } from "./line";

/** What is to be known of the line; nothing while it is as it should be. */
export function LineState({ standing, writable }: { standing: Standing; writable: boolean }) {
  if (standing === "away") {
    return (
      <div role="status">
        <Notice tone="warn" title={<Trans>The line is down.</Trans>}>
          <Trans>
            What you write is kept here and sent when the line is back. Leave this window open until
            then.
          </Trans>
        </Notice>
      </div>
    );
  }
  if (standing === "out") {
    return (
      <Notice tone="warn" title={<Trans>You are not in this room any more.</Trans>}>
        <Trans>What is here is the note as you last saw it.</Trans>
      </Notice>
    );
  }
  if (standing === "full") {
    return (
      <Notice tone="bad" title={<Trans>This note is full.</Trans>}>
        <Trans>Copy what you wrote last, load the page again, and shorten the note.</Trans>
      </Notice>
    );
  }
  if (standing === "broken") {
    return (
      <Notice tone="bad" title={<Trans>The server could not read what was sent.</Trans>}>
        <Trans>Copy what you wrote last, then load the page again.</Trans>
      </Notice>
    );
  }
  if (standing === "closed" || !writable) {
    return <Notice title={<Trans>This room is closed: the note is read, not written.</Trans>} />;
  }
  return null;
}
