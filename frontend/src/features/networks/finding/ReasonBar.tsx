import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import { useLabel } from "@/i18n/labels";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { useReasonWord } from "./reasonWords";
import type { Recommendation, Weight } from "./weights";

/** No segment is narrower than its words. */
const NARROWEST = 14;

/** One network: its name, what it is, its points, and why. */
export function Finding({ item, weights }: { item: Recommendation; weights: Weight[] }) {
  const label = useLabel();
  const { network, score } = item;
  const about = [
    label("category", network.category),
    label("scope", network.geographic_scope),
  ].join(", ");
  return (
    <article className="finding">
      <div className="finding-head">
        <h3 className="h3">
          <Link href={`/networks/${network.slug}`}>
            <Text of={network.name} />
          </Link>
        </h3>
        <span className="small muted">{about}</span>
        <Points score={score} />
      </div>
      <ReasonBar item={item} weights={weights} />
    </article>
  );
}

function Points({ score }: { score: number }) {
  const digits = <b className="num">{score}</b>;
  return (
    <span className="finding-points">
      <Trans>
        {digits} <small>points</small>
      </Trans>
    </span>
  );
}

function ReasonBar({ item, weights }: { item: Recommendation; weights: Weight[] }) {
  const { t } = useLingui();
  const word = useReasonWord();
  const score = item.score;
  const columns = weights.map(({ most }) => `minmax(0, ${Math.max(most, NARROWEST)}fr)`).join(" ");
  const widths = { "--reasons": columns } as CSSProperties;
  const reasons = weights.map((weight) => ({
    ...weight,
    reason: item.reasons.find((reason) => reason.code === weight.code),
  }));

  return (
    <>
      <div
        className="reason-bar"
        style={widths}
        role="img"
        aria-label={t`${score} points, by reason`}
      >
        {reasons.map(({ code, most, reason }) => (
          <span key={code}>
            <i style={{ width: `${((reason?.points ?? 0) / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <dl className="reason-words" style={widths}>
        {reasons.map(({ code, reason }) => {
          const points = reason?.points ?? 0;
          return (
            <div key={code} className={reason ? undefined : "is-none"}>
              <dt>
                {word(code)}{" "}
                <b className="num">
                  <Plural value={points} one="# point" other="# points" />
                </b>
              </dt>
              {reason ? <dd>{reason.text}</dd> : null}
            </div>
          );
        })}
      </dl>
    </>
  );
}
