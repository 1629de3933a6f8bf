import { classes } from "@/ui/classes";
import { standingOf } from "./grid";
import type { PickProps } from "./SlotGrid";
import { onceEach, useSlotWords } from "./useSlotWords";

/** The same times as a list by day, each one button: "16:30 in Kochi, 08:00 in Hortolândia". */
export function SlotList({ grid, parties, chosen, onPick }: PickProps) {
  const words = useSlotWords(parties);
  return (
    <ul className="slot-list">
      {grid.rows.map(({ day, cells, closed }) => (
        <li key={day}>
          <h3 className="h3">{words.day(day, "long")}</h3>
          {closed.length > 0 ? <p className="muted">{onceEach(closed.map(words.closed))}</p> : null}
          <ul>
            {cells.flatMap((slot) =>
              slot ? (
                <li key={slot.starts_at}>
                  <button
                    type="button"
                    className={classes(
                      "slot",
                      `slot-${standingOf(slot)}`,
                      slot.starts_at === chosen?.starts_at && "is-chosen",
                    )}
                    aria-pressed={slot.starts_at === chosen?.starts_at}
                    onClick={() => onPick(slot)}
                  >
                    <span>{words.clocks(slot)}</span>
                    <small>{words.told(slot)}</small>
                  </button>
                </li>
              ) : (
                []
              ),
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
