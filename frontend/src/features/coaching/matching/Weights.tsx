import { Trans } from "@lingui/react/macro";
import type { Factor, Matches } from "../queries";
import { useWord } from "../words";

const FACTORS: Factor["factor"][] = [
  "topics",
  "evidence",
  "languages",
  "office_hours",
  "similar_city",
  "free_capacity",
];

/** What points are given for, and how many at most; the network decides it. */
export function Weights({ of: { weights, weights_number: number } }: { of: Matches }) {
  const word = useWord();
  return (
    <>
      <dl className="score-weights">
        {FACTORS.map((factor) => (
          <div key={factor}>
            <dt>
              {word("factor", factor)} <b className="num">{weights[factor]}</b>
            </dt>
            <dd className="muted">{word("factor_meaning", factor)}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">
        {number === 0 ? (
          <Trans>These are the platform’s own weights; the network has decided no others.</Trans>
        ) : (
          <Trans>The network decided these weights; this is version {number}.</Trans>
        )}
      </p>
    </>
  );
}
