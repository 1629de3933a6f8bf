import { Trans } from "@lingui/react/macro";
import { PartialDate } from "@/ui/Dates";
import { NotStated } from "@/ui/NotStated";

type SpanProps = { start: string | null; end: string | null };

/** From when to when, each in the precision of its source. */
export function Span({ start, end }: SpanProps) {
  if (start && end) {
    return start === end ? (
      <PartialDate value={start} />
    ) : (
      <Trans>
        <PartialDate value={start} /> to <PartialDate value={end} />
      </Trans>
    );
  }
  if (start) {
    return (
      <Trans>
        since <PartialDate value={start} />
      </Trans>
    );
  }
  if (end) {
    return (
      <Trans>
        until <PartialDate value={end} />, beginning not stated
      </Trans>
    );
  }
  return (
    <NotStated small>
      <Trans>dates not stated</Trans>
    </NotStated>
  );
}
