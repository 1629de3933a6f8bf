import { Trans } from "@lingui/react/macro";
import type { Family } from "./queries";
import { useStateWord } from "./Standing";
import { type Drawn, NODE, type Place, sureness } from "./tree";

const MIDDLE = NODE.height / 2;

/** The lines of the drawing with the state on each; the list beside says the same in words. */
export function FamilyLines({ family, tree }: { family: Family; tree: Drawn }) {
  const word = useStateWord();
  return (
    <svg
      className="family-lines"
      width={tree.width}
      height={tree.height}
      viewBox={`0 0 ${tree.width} ${tree.height}`}
      aria-hidden="true"
    >
      {family.edges.map((edge) => {
        const [from, to] = [tree.places.get(edge.source), tree.places.get(edge.target)];
        if (!from || !to) return null;
        return (
          <g key={edge.replication}>
            <path className={`is-${sureness(edge)}`} d={curve(from, to)} />
            <text x={to.x - 10} y={to.y + MIDDLE + (from.y < to.y ? 22 : -10)} textAnchor="end">
              {word(edge.state)}
            </text>
          </g>
        );
      })}
      {[...tree.counts].map(([id, to]) => {
        const from = tree.places.get(id);
        return from ? <path key={id} className="is-interest" d={curve(from, to)} /> : null;
      })}
    </svg>
  );
}

function curve(from: Place, to: Place): string {
  const start = from.x + NODE.width;
  const turn = (start + to.x) / 2;
  const [above, below] = [from.y + MIDDLE, to.y + MIDDLE];
  return `M${start} ${above}C${turn} ${above} ${turn} ${below} ${to.x} ${below}`;
}

const SHAPES = {
  confirmed: <Trans>confirmed by both</Trans>,
  said: <Trans>said, not yet confirmed by both</Trans>,
  interest: <Trans>interest</Trans>,
};

/** What the kinds of lines mean, those that there are. */
export function FamilyKey({ family }: { family: Family }) {
  const kinds = new Set(family.edges.map(sureness));
  return (
    <ul className="family-key small">
      {(["confirmed", "said", "interest"] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg className="family-lines" width="34" height="8" aria-hidden="true">
              <path className={`is-${kind}`} d="M0 4H34" />
            </svg>
            {SHAPES[kind]}
          </li>
        ))}
    </ul>
  );
}
