import { Plural, Trans } from "@lingui/react/macro";
import { classes } from "@/ui/classes";
import type { Range } from "./queries";
import { numbered } from "./records";

/** More boxes than these say less than the number. */
const MOST_BOXES = 30;

/** How many of the places for partner countries are taken, as a sentence and a row of boxes. */
export function Countries({ taken, range }: { taken: number; range: Range | undefined }) {
  const most = range?.at_most;
  if (most === undefined || most === null) {
    return (
      <p className="seat-countries">
        <Plural value={taken} one="# partner country" other="# partner countries" />
      </p>
    );
  }
  return (
    <div className="seat-countries">
      <p>
        <Trans>
          {taken} of at most {most} partner countries.
        </Trans>
      </p>
      {most <= MOST_BOXES ? (
        <ul className="seat-boxes" aria-hidden="true">
          {numbered(Math.max(most, taken)).map((place) => (
            <li key={place} className={classes(place <= taken && "is-taken")} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
