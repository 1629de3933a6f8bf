import { Trans } from "@lingui/react/macro";
import { PartialDate } from "@/ui/Dates";
import { NotStated } from "@/ui/NotStated";

type PeriodProps = {
  from: string | null;
  to: string | null;
  /** The day on which a source saw it; it says nothing of beginning or end. */
  observed: string | null;
};

/** "since 2019", "14 March 2018 to 7 December 2021", "observed on 20 September 2019" */
export function Period({ from, to, observed }: PeriodProps) {
  return (
    <span className="period">
      <Span from={from} to={to} />
      {observed ? (
        <span className="muted">
          {observed.length === 10 ? (
            <Trans>
              observed on <PartialDate value={observed} />
            </Trans>
          ) : (
            <Trans>
              observed in <PartialDate value={observed} />
            </Trans>
          )}
        </span>
      ) : null}
    </span>
  );
}

function Span({ from, to }: { from: string | null; to: string | null }) {
  if (from && to) {
    return (
      <span>
        <Trans>
          <PartialDate value={from} /> to <PartialDate value={to} />
        </Trans>
      </span>
    );
  }
  if (from) {
    return (
      <span>
        <Trans>
          since <PartialDate value={from} />
        </Trans>
      </span>
    );
  }
  if (to) {
    return (
      <span>
        <Trans>
          until <PartialDate value={to} />, beginning not stated
        </Trans>
      </span>
    );
  }
  return (
    <NotStated small>
      <Trans>beginning not stated</Trans>
    </NotStated>
  );
}
