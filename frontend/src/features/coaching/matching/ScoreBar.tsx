import { useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import type { Factor } from "../queries";
import { useWord } from "../words";
import { Reason } from "./reasons";

/** Narrow segments are widened until their words have room. */
const NARROWEST = 13;

/** One segment a factor, as wide as its weight, filled to the points won, with the reason in words. */
export function ScoreBar({ total, factors }: { total: number; factors: readonly Factor[] }) {
  const { t } = useLingui();
  const word = useWord();
  const shown = factors.filter(({ most }) => most > 0);
  const columns = shown.map(({ most }) => `minmax(0, ${Math.max(most, NARROWEST)}fr)`).join(" ");
  const style = { "--segments": columns } as CSSProperties;
  return (
    <div className="score" style={style}>
      <div className="score-bar" role="img" aria-label={t`${total} of 100 points`}>
        {shown.map(({ factor, points, most }) => (
          <span key={factor}>
            <i style={{ width: `${(100 * points) / most}%` }} />
          </span>
        ))}
      </div>
      <dl className="score-why">
        {shown.map((each) => (
          <div key={each.factor}>
            <dt>
              {word("factor", each.factor)} <b className="num">{each.points}</b>
              <span className="muted num">/{each.most}</span>
            </dt>
            <dd>
              <Reason of={each} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** "80 of 100" */
export function Total({ points }: { points: number }) {
  const { t } = useLingui();
  return (
    <p className="score-total num">
      <b>{points}</b> <small>{t`of 100`}</small>
    </p>
  );
}
