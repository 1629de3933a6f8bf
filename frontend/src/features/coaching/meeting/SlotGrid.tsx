import { Trans, useLingui } from "@lingui/react/macro";
import type { KeyboardEvent } from "react";
import { classes } from "@/ui/classes";
import { Icon } from "@/ui/Icon";
import { Plate } from "@/ui/Plate";
import { type Grid, type GridRow, standingOf, whoSaid } from "./grid";
import type { Party, Slot } from "./queries";
import { onceEach, useSlotWords } from "./useSlotWords";

export type PickProps = {
  grid: Grid;
  parties: readonly Party[];
  chosen: Slot | undefined;
  onPick: (slot: Slot) => void;
};

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Arrow keys go from time to time, over days and half hours without one. */
function walk(event: KeyboardEvent<HTMLTableElement>) {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).closest("[data-at]");
  if (!step || !(cell instanceof HTMLElement)) return;
  const table = event.currentTarget;
  let [row = 0, column = 0] = (cell.getAttribute("data-at") ?? "").split(" ").map(Number);
  for (let tries = 0; tries < 60; tries += 1) {
    row += step[0];
    column += step[1];
    const next = table.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`);
    if (next) {
      event.preventDefault();
      next.focus();
      return;
    }
  }
}

/** Days as rows, half hours as columns, on the clocks of all cities; a press is what the page makes of it. */
export function SlotGrid({ grid, parties, chosen, onPick }: PickProps) {
  const { t } = useLingui();
  const words = useSlotWords(parties);
  const stop = chosen ?? grid.rows.flatMap(({ cells }) => cells).find(Boolean);
  return (
    <section
      className="slot-region"
      aria-label={t`Times by day and half hour`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="slot-grid" onKeyDown={walk}>
        <caption className="vh">
          <Trans>Times to meet; on the clock of each city</Trans>
        </caption>
        <thead>
          {parties.map(({ hours: { organisation } }, index) => (
            <tr key={organisation.slug}>
              <th scope="row">
                <Plate>{words.name(organisation.slug)}</Plate>
              </th>
              {grid.columns.map(({ start, clocks, outside }) => (
                <th key={start} scope="col" className={outside[index] ? "is-outside" : "is-office"}>
                  {clocks[index]}
                  {outside[index] ? (
                    <span className="vh">
                      , <Trans>outside office hours</Trans>
                    </span>
                  ) : null}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <Row
              key={row.day}
              row={row}
              at={at}
              grid={grid}
              parties={parties}
              chosen={chosen}
              stop={stop}
              onPick={onPick}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = PickProps & { row: GridRow; at: number; stop: Slot | undefined };

function Row({ row, at, grid, parties, chosen, stop, onPick }: RowProps) {
  const words = useSlotWords(parties);
  const isClosed = row.cells.every((cell) => !cell);
  const changes = row.changes.map(({ organisation }) => organisation);
  return (
    <tr>
      <th scope="row">
        {words.day(row.day, "short")}
        {!isClosed && row.closed.length > 0 ? (
          <small>{onceEach(row.closed.map(words.closed))}</small>
        ) : null}
        {changes.length > 0 ? (
          <small>
            <Trans>clocks change in {words.listed(changes)}</Trans>
          </small>
        ) : null}
      </th>
      {isClosed ? (
        <td colSpan={grid.columns.length} className="slot-closed">
          {onceEach(row.closed.map(words.closed))}
        </td>
      ) : (
        row.cells.map((slot, column) => (
          <td key={grid.columns[column]?.start}>
            {slot ? (
              <button
                type="button"
                data-at={`${at} ${column}`}
                tabIndex={slot.starts_at === stop?.starts_at ? 0 : -1}
                className={classes(
                  "slot",
                  `slot-${standingOf(slot)}`,
                  slot.starts_at === chosen?.starts_at && "is-chosen",
                )}
                aria-pressed={slot.starts_at === chosen?.starts_at}
                aria-label={`${words.day(row.day, "short")}, ${words.clocks(slot)}: ${words.told(slot)}`}
                onClick={() => onPick(slot)}
              >
                <Mark of={slot} parties={parties} isChosen={slot.starts_at === chosen?.starts_at} />
              </button>
            ) : null}
          </td>
        ))
      )}
    </tr>
  );
}

/** A word or a tick, never a colour alone. */
export function Mark({
  of,
  parties,
  isChosen,
}: {
  of: Slot;
  parties: readonly Party[];
  isChosen?: boolean;
}) {
  const words = useSlotWords(parties);
  if (isChosen) return <Trans>Chosen</Trans>;
  switch (standingOf(of)) {
    case "free":
      return <Icon name="tick" size={16} />;
    case "if_need_be":
      return <Trans>if need be</Trans>;
    case "no":
      return <s>{words.listed(whoSaid(of, "no"))}</s>;
    case "some":
      return words.listed(whoSaid(of, "yes", "if_need_be"));
    default:
      return null;
  }
}
