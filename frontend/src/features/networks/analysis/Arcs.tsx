import { useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import { useWidth } from "@/ui/useWidth";
import type { Analysis } from "../queries";
import { arc } from "./layout";
import { strokeOf } from "./records";

const row = 36;
const top = 22;

/** Names in one column by age, arcs to the left: the same picture on each visit. */
export function Arcs({ nodes, edges }: Analysis["relations"]) {
  const { t } = useLingui();
  const text = useText();
  const [ref, width] = useWidth<HTMLDivElement>(480);
  const x = Math.min(150, Math.round(width * 0.27));
  const at = new Map(nodes.map((node, index) => [node.slug, top + index * row]));
  const drawn = edges.flatMap((edge) => {
    const from = at.get(edge.source);
    const to = at.get(edge.target);
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const longest = Math.max(1, ...drawn.map(({ from, to }) => Math.abs(from - to)));
  const strong = [...nodes].sort((a, b) => b.degree - a.degree)[2]?.degree ?? Infinity;
  const height = top + nodes.length * row;
  const relations = edges.length;
  const related = nodes.length;

  return (
    <div ref={ref} className="arcs">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that holds links is a group, not an image */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t`${relations} relations between ${related} networks`}
      >
        {drawn.map(({ edge, from, to }) => (
          <path
            key={`${edge.source} ${edge.kind} ${edge.target}`}
            className={`arc arc-${strokeOf(edge.kind)}`}
            d={arc(x, from, to, x - 6, longest)}
          />
        ))}
        {nodes.map((node) => {
          const y = at.get(node.slug) ?? 0;
          const name = text(node.label);
          return (
            <g key={node.slug}>
              <circle cx={x} cy={y} r={5.5 + node.degree * 1.3} className="arc-dot" />
              <Link href={`/networks/${node.slug}`}>
                <text x={x + 22} y={y + 6} className={node.degree >= strong ? "is-strong" : ""}>
                  {name} <tspan className="axis">{node.founded_year ?? ""}</tspan>
                </text>
              </Link>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
