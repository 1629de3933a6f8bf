import { Trans } from "@lingui/react/macro";
import { Link } from "./Link";

type PagerProps = {
  shown: number;
  total: number;
  /** Addresses, so that every amount can be shared. */
  more?: string;
  all?: string;
};

/** "14 of 34 shown. Show all" */
export function Pager({ shown, total, more, all }: PagerProps) {
  if (total === 0) return null;
  const rest = shown < total;
  return (
    <p className="pager">
      <span aria-live="polite">
        <Trans>
          {shown} of {total} shown.
        </Trans>
      </span>
      {rest && more ? (
        <Link href={more}>
          <Trans>Show more</Trans>
        </Link>
      ) : null}
      {rest && all ? (
        <Link href={all}>
          <Trans>Show all</Trans>
        </Link>
      ) : null}
    </p>
  );
}
