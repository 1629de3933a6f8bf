import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

type FilterColumnProps = {
  /** How many values are chosen. */
  set: number;
  children: ReactNode;
};

/** The column of questions beside a list; on phones behind one button that says how many are set. */
export function FilterColumn({ set, children }: FilterColumnProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <section className="directory-facets no-print" aria-label={t`Filters`}>
      <button
        type="button"
        className="facets-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <b>
          <Trans>Filters</Trans>
        </b>
        <span>
          <Plural value={set} _0="none set" one="# set" other="# set" />
        </span>
      </button>
      <div className={open ? "facets-body is-open" : "facets-body"}>{children}</div>
    </section>
  );
}
