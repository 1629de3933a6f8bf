import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useText } from "@/ui/Text";
import { type HalfHour, halfHours, shared } from "./grid";
import type { Found, Slot } from "./queries";

const WIDE = 1136;
const HALF = WIDE / 48;
const HIGH = 42;
const ROW = 72;

type Row = { slug: string; name: string; zone: string; day: HalfHour[] };

/** A day on the clocks of all cities, on one axis: office hours, nights, and the time that they share. */
export function BothClocks({ found, slot }: { found: Found; slot: Slot }) {
  const { t } = useLingui();
  const text = useText();
  // The axis begins where the night of the first city ends.
  const from = 300 - (slot.seen[0]?.offset ?? 0);
  const rows: Row[] = found.parties.map(({ hours }, index) => {
    const seen = slot.seen[index];
    const weekday = seen ? new Date(`${seen.day}T12:00:00Z`).getUTCDay() || 7 : 1;
    return {
      slug: hours.organisation.slug,
      name: text(hours.organisation.label),
      zone: hours.zone ?? "",
      day: halfHours(
        seen?.offset ?? 0,
        from,
        hours.hours.filter((each) => each.weekday === weekday),
      ),
    };
  });
  const together = shared(rows.map((row) => row.day));
  const minutes = together.reduce((sum, each) => sum + (each.until - each.from) * 30, 0);
  const height = rows.length * ROW + 8;
  const names = rows.map((row) => row.name).join(", ");
  return (
    <figure className="clocks">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className="clocks-scroll" tabIndex={0} aria-label={t`One day in ${names}`}>
        <svg viewBox={`0 0 ${WIDE} ${height}`} aria-hidden="true">
          {rows.map((row, index) => (
            <ClockRow key={row.slug} row={row} y={index * ROW} />
          ))}
          {together.map((each) => (
            <rect
              key={each.from}
              className="clocks-shared"
              x={each.from * HALF}
              y={22}
              width={(each.until - each.from) * HALF}
              height={height - ROW + 46}
              rx={3}
            />
          ))}
        </svg>
      </section>
      <figcaption>
        {minutes > 0 ? (
          <Plural value={minutes} one="All at work: # minute." other="All at work: # minutes." />
        ) : (
          <Trans>There is no hour at which all are at work.</Trans>
        )}
      </figcaption>
    </figure>
  );
}

function ClockRow({ row, y }: { row: Row; y: number }) {
  return (
    <g transform={`translate(0 ${y})`}>
      <text x={0} y={18}>
        <tspan className="clocks-name">{row.name}</tspan> <tspan>{row.zone}</tspan>
      </text>
      {row.day.map((half) => (
        <g key={half.at} transform={`translate(${(half.at / 30) * HALF} 28)`}>
          <rect className={`clocks-${half.kind}`} width={HALF} height={HIGH} />
          {half.minute % 60 === 0 ? (
            <text className={`clocks-hour-${half.kind}`} x={4} y={27}>
              {String(half.minute / 60).padStart(2, "0")}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}
