import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import { useWidth } from "@/ui/useWidth";
import { type Scale, timeScale } from "./layout";
import { endOf, type Lifeline, type Lives, lives, surveyYear } from "./records";

/** The drawing of the timeline, laid out for the width it has. */
export function Lifelines({ networks }: { networks: Lifeline[] }) {
  const { t } = useLingui();
  const text = useText();
  const [ref, width] = useWidth<HTMLDivElement>(1136);
  const { dated, undated } = lives(networks);
  const scale = timeScale(dated, width);
  const height = scale.top + dated.length * scale.row + scale.foot;
  const count = dated.length;
  const unknown = undated.length;
  const first = dated[0]?.founded_year;
  const last = dated.at(-1)?.founded_year;

  return (
    <div ref={ref} className="timeline">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that holds links is a group, not an image */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t`Timeline of ${count} networks, founded from ${first} to ${last}`}
      >
        {scale.ticks.map((year) => (
          <g key={year}>
            <line className="tick" x1={scale.x(year)} x2={scale.x(year)} y1={26} y2={height - 8} />
            <text className="axis" x={scale.x(year)} y={16} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        <line
          className="survey"
          x1={scale.x(surveyYear)}
          x2={scale.x(surveyYear)}
          y1={26}
          y2={height - 8}
        />
        {dated.map((network, index) => (
          <Line
            key={network.slug}
            network={network}
            name={text(network.label)}
            scale={scale}
            y={scale.top + index * scale.row + (scale.narrow ? 32 : 12)}
            end={width - 18}
          />
        ))}
      </svg>
      {undated.length > 0 ? (
        <p className="timeline-undated">
          <span className="muted">
            <Plural
              value={unknown}
              one="Founding year not stated:"
              other="Founding years not stated:"
            />
          </span>
          {undated.map((network) => (
            <Link key={network.slug} href={`/networks/${network.slug}`} className="not-stated">
              {text(network.label)}
            </Link>
          ))}
        </p>
      ) : null}
    </div>
  );
}

type LineProps = {
  network: Lives["dated"][number];
  name: string;
  scale: Scale;
  y: number;
  /** Where the arrows end. */
  end: number;
};

function Line({ network, name, scale, y, end }: LineProps) {
  const { t } = useLingui();
  const year = network.founded_year;
  const x = scale.x(year);
  const early = year < scale.from;
  const kind = endOf(network);
  const to = network.end_year === null ? end : scale.x(network.end_year);
  const size = 6;
  const down = network.founding_type === "top_down";
  const mark = down
    ? `M${x - size} ${y - 5}h${size * 2}l${-size} 11z`
    : `M${x - size} ${y + 5}h${size * 2}l${-size} -11z`;
  const until = network.end_year;
  const spoken =
    until === null ? t`${name}, founded ${year}` : t`${name}, founded ${year}, until ${until}`;
  // A narrow drawing names the network above its line, on the side where there is room.
  const toLeft = scale.narrow && x + (name.length + 5) * 8 > end;
  return (
    <g className={`life life-${network.founding_type}`}>
      <line
        x1={x}
        x2={to}
        y1={y}
        y2={y}
        className={kind === "open" || kind === "stated" ? "" : "is-open"}
      />
      {early ? <path d={`M${x - 10} ${y}h8`} className="is-early" /> : null}
      {early ? null : <path d={mark} className="mark" />}
      {kind === "open" ? <path d={`M${to - 6} ${y - 5}l6 5l-6 5`} /> : null}
      {kind === "stated" ? <line x1={to} x2={to} y1={y - 6} y2={y + 6} /> : null}
      <Link href={`/networks/${network.slug}`} aria-label={spoken}>
        {scale.narrow ? (
          <text
            x={toLeft ? end + 6 : Math.max(x - size, 10)}
            y={y - 13}
            textAnchor={toLeft ? "end" : "start"}
          >
            {name} <tspan className="axis">{year}</tspan>
          </text>
        ) : (
          <NameBeside name={name} x={x} y={y} />
        )}
      </Link>
    </g>
  );
}

/** The name stands before its line; the oldest ones, which have no room there, stand above it. */
function NameBeside({ name, x, y }: { name: string; x: number; y: number }) {
  const room = name.length * 8 + 14;
  if (x > room) {
    return (
      <text x={x - 12} y={y + 5} textAnchor="end">
        {name}
      </text>
    );
  }
  return (
    <text x={x + 10} y={y - 5}>
      {name}
    </text>
  );
}
