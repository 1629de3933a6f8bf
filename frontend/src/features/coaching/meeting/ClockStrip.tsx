import { Trans, useLingui } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";
import { useText } from "@/ui/Text";
import { useWidth } from "@/ui/useWidth";
import {
  type Axis,
  axisOf,
  type Cell,
  clockOf,
  DAY,
  offsetOf,
  openOn,
  type Stretch,
} from "./clocks";
import type { Party } from "./queries";

const BAR = 42;
const ROW = 76;
const TOP = 34;
/** So narrow an hour is not numbered. */
const NUMBERED = 27;

/** The day of every city on one axis: office hours, nights, and the time for which all are at work. */
export function ClockStrip({ parties, at }: { parties: readonly Party[]; at: string }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const [ref, width] = useWidth<HTMLDivElement>(1136);
  const known = parties.flatMap(({ hours }) => (hours.zone ? [{ hours, zone: hours.zone }] : []));
  const axis = axisOf(
    known.map(({ hours, zone }) => ({
      slug: hours.organisation.slug,
      offset: offsetOf(zone, new Date(at)),
      open: openOn(hours),
    })),
  );
  const { shared } = axis;
  const minutes = useMinutes();
  const names = known.map(({ hours }) => text(hours.organisation.label));
  const list = new Intl.ListFormat(language).format(names);
  const long = shared ? minutes(shared.to - shared.from) : "";
  const name = shared
    ? t`Office hours of ${list} overlap for ${long}`
    : t`Office hours of ${list} do not overlap`;
  return (
    <div className="clock-strip" ref={ref}>
      <svg width={width} height={TOP + known.length * ROW + 4} role="img" aria-label={name}>
        {known.map(({ hours, zone }, index) => (
          <g key={zone + hours.organisation.slug}>
            <text x="0" y={TOP + index * ROW + 18} className="clock-zone">
              <tspan className="clock-city">{text(hours.organisation.label)}</tspan>{" "}
              {width < 480 ? null : zone} {openOn(hours).map(spanOf).join(", ")}
            </text>
            <Bar axis={axis} row={index} width={width} />
          </g>
        ))}
        {shared ? <Frame of={shared} rows={known.length} width={width} label={long} /> : null}
      </svg>
      {shared ? null : (
        <p className="muted">
          <Trans>
            There is no hour at which all of you are at work. Somebody starts early or stays late.
          </Trans>
        </p>
      )}
    </div>
  );
}

/** "60 minutes", "8 hours 30 minutes" */
export function useMinutes(): (minutes: number) => string {
  const { i18n } = useLingui();
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(i18n.locale, { style: "unit", unit: name, unitDisplay: "long" }).format(
      value,
    );
  return (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (minutes <= 60) return unit(minutes, "minute");
    return rest ? `${unit(hours, "hour")} ${unit(rest, "minute")}` : unit(hours, "hour");
  };
}

function spanOf({ from, to }: Stretch): string {
  return `${clockOf(from)}–${clockOf(to)}`;
}

function Bar({ axis, row, width }: { axis: Axis; row: number; width: number }) {
  const cells = axis.rows[row]?.cells ?? [];
  const at = (minutes: number) => (minutes * width) / DAY;
  const hour = width / 24;
  const every = Math.ceil(NUMBERED / hour);
  const y = TOP + row * ROW + 26;
  const isNumbered = (cell: Cell) =>
    cell.hour % every === 0 && at(cell.to - cell.from) * every >= NUMBERED - 1;
  return (
    <>
      {cells.map((cell) => (
        <rect
          key={cell.from}
          x={at(cell.from) + 0.5}
          y={y}
          width={at(cell.to - cell.from) - 1}
          height={BAR}
          className={`clock-${cell.kind}`}
        />
      ))}
      {cells.filter(isNumbered).map((cell) => (
        <text key={cell.from} x={at(cell.from) + 4} y={y + 27} className={`on-${cell.kind}`}>
          {String(cell.hour).padStart(2, "0")}
        </text>
      ))}
    </>
  );
}

type FrameProps = { of: Stretch; rows: number; width: number; label: string };

/** The shared time, framed over all cities and named. */
function Frame({ of, rows, width, label }: FrameProps) {
  const x = (of.from * width) / DAY;
  const wide = ((of.to - of.from) * width) / DAY;
  const isLeft = x + wide / 2 > width / 2;
  return (
    <>
      <rect
        x={x}
        y={TOP + 20}
        width={wide}
        height={(rows - 1) * ROW + BAR + 12}
        rx="3"
        className="clock-frame"
      />
      <path d={`M${x + wide / 2} ${TOP + 20}V14h${isLeft ? -18 : 18}`} className="clock-lead" />
      <text
        x={x + wide / 2 + (isLeft ? -24 : 24)}
        y="19"
        textAnchor={isLeft ? "end" : "start"}
        className="clock-city"
      >
        <Trans>all at work: {label}</Trans>
      </text>
    </>
  );
}
