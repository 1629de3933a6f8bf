import { Trans } from "@lingui/react/macro";
import { Shown } from "./Shown";
import { holds } from "./Whole";

type ChangedProps = { field: string; before: unknown; after: unknown };

/** One field before and after, told apart by words as well as by lines. */
export function Changed({ field, before, after }: ChangedProps) {
  return (
    <div className="project-changed">
      {holds(before) ? (
        <del>
          <span className="tiny muted">
            <Trans>before</Trans>
          </span>
          <Shown field={field} value={before} />
        </del>
      ) : null}
      <ins>
        <span className="tiny muted">
          {holds(before) ? <Trans>now</Trans> : <Trans>new</Trans>}
        </span>
        <Shown field={field} value={after} />
      </ins>
    </div>
  );
}
