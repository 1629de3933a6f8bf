import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type FacetValue = {
  value: string;
  label: string;
  count: number;
  /** A glyph before the word. */
  mark?: ReactNode;
};

type FacetProps = {
  heading: string;
  values: FacetValue[];
  /** All records the bars are a share of. */
  total: number;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  closed?: boolean;
};

const NOT_STATED = "not_stated";

/** One question of the list. "Not stated" is a value like any other, last, with a dashed bar. */
export function Facet({ heading, values, total, chosen, onChange, closed }: FacetProps) {
  const { i18n } = useLingui();
  const ordered = [
    ...values.filter((entry) => entry.value !== NOT_STATED),
    ...values.filter((entry) => entry.value === NOT_STATED),
  ];

  // Values of a question that is already asked are counted as if it were not: each may be more than what is found.
  const whole = Math.max(total, ...values.map((entry) => entry.count));

  function toggle(value: string, on: boolean) {
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  }

  return (
    <details className="facet" open={!closed}>
      <summary>{heading}</summary>
      <fieldset aria-label={heading}>
        {ordered.map(({ value, label, count, mark }) => {
          const unknown = value === NOT_STATED;
          const share = whole > 0 ? (count / whole) * 100 : 0;
          return (
            <label key={value}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => toggle(value, event.target.checked)}
              />
              <span className={classes((unknown || count === 0) && "is-muted")}>
                {mark} {label}
              </span>
              <span className="bar" aria-hidden="true">
                <i className={classes(unknown && "is-dashed")} style={{ width: `${share}%` }} />
              </span>
              <span className="num">{i18n.number(count)}</span>
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
