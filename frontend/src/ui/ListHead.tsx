import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

type ListHeadProps = {
  /** How many there are, in words; nothing while they are being fetched. */
  count: ReactNode;
  /** Beside it: views, an order, what makes one more. */
  children?: ReactNode;
};

/** How many a list has, said to whoever does not see it change. */
export function ListHead({ count, children }: ListHeadProps) {
  return (
    <div className="list-head">
      <h2>
        <span role="status">{count ?? <Trans>Loading</Trans>}</span>
      </h2>
      {children}
    </div>
  );
}
