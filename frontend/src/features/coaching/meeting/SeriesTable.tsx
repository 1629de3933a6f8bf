import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import { Checkbox } from "@/ui/Fields";
import { useMinutes } from "./ClockStrip";
import type { Party, Slot } from "./queries";
import type { ClockMove, SeriesRow } from "./series";
import { onceEach, useSlotWords } from "./useSlotWords";

type TableProps = {
  parties: readonly Party[];
  rows: readonly SeriesRow[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
};

/** One row a session: on every clock, who sits outside office hours, what is special, what was said to it. */
export function SeriesTable({ parties, rows, chosen, onChoose }: TableProps) {
  const { t } = useLingui();
  const words = useSlotWords(parties);
  const toggle = ({ starts_at }: Slot) =>
    onChoose(
      chosen.includes(starts_at)
        ? chosen.filter((each) => each !== starts_at)
        : [...chosen, starts_at],
    );
  return (
    <DataTable
      caption={<Trans>Sessions of the series</Trans>}
      columns={[
        {
          key: "day",
          heading: t`Day`,
          cell: ({ day, slot }: SeriesRow) =>
            slot ? (
              <Checkbox checked={chosen.includes(slot.starts_at)} onChange={() => toggle(slot)}>
                {words.day(slot.seen[0]?.day ?? day)}
              </Checkbox>
            ) : (
              words.day(day)
            ),
        },
        ...parties.map(({ hours: { organisation } }) => ({
          key: organisation.slug,
          heading: words.name(organisation.slug),
          cell: ({ slot }: SeriesRow) =>
            slot ? <Clock of={slot} slug={organisation.slug} day={words.day} /> : "–",
        })),
        {
          key: "notes",
          heading: t`Notes`,
          cell: (row: SeriesRow) => <Notes of={row} parties={parties} />,
        },
      ]}
      rows={rows}
      rowKey={({ day, slot }) => slot?.starts_at ?? day}
    />
  );
}

type ClockProps = { of: Slot; slug: string; day: (of: string, length: "short") => string };

/** "08:00–09:00", and what of it is outside office hours. */
function Clock({ of, slug, day }: ClockProps) {
  const seen = of.seen.find(({ organisation }) => organisation === slug);
  if (!seen) return "–";
  return (
    <span className="series-clock">
      <span className="num">
        {seen.start}–{seen.end}
      </span>
      {seen.day === of.seen[0]?.day ? null : <small>{day(seen.day, "short")}</small>}
      {seen.outside > 0 ? (
        <small className="muted">
          <Plural
            value={seen.outside}
            one="# minute outside office hours"
            other="# minutes outside office hours"
          />
        </small>
      ) : null}
    </span>
  );
}

function Notes({ of, parties }: { of: SeriesRow; parties: readonly Party[] }) {
  const words = useSlotWords(parties);
  const { slot, closed, moved, wall } = of;
  return (
    <ul className="series-notes">
      {slot ? (
        <li>{words.told(slot)}</li>
      ) : (
        <li>
          <Trans>Nobody can meet that week.</Trans>
        </li>
      )}
      {closed.length > 0 ? <li>{onceEach(closed.map(words.closed))}</li> : null}
      {moved.map((each) => (
        <li key={each.organisation}>
          <Moved of={each} name={words.name(each.organisation)} />
        </li>
      ))}
      {wall === "skipped" ? (
        <li>
          <Trans>The hour is skipped that day; the session begins later.</Trans>
        </li>
      ) : null}
      {wall === "twice" ? (
        <li>
          <Trans>The hour comes twice that day; the first one is meant.</Trans>
        </li>
      ) : null}
    </ul>
  );
}

function Moved({ of: { minutes }, name }: { of: ClockMove; name: string }) {
  const long = useMinutes()(Math.abs(minutes));
  return minutes > 0 ? (
    <Trans>
      The clocks of {name} have gone {long} forward.
    </Trans>
  ) : (
    <Trans>
      The clocks of {name} have gone {long} back.
    </Trans>
  );
}
