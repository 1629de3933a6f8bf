import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { classes } from "./classes";

type NotStatedProps = {
  /** "members not stated"; without it: "Not stated". */ children?: ReactNode;
  small?: boolean;
};

/** The dashed outline for what nobody knows. */
export function NotStated({ children, small }: NotStatedProps) {
  return (
    <span className={classes("not-stated", small && "not-stated-small")}>
      {children ?? <Trans>Not stated</Trans>}
    </span>
  );
}
