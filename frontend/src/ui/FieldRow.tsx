import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldState } from "@/i18n/labels";
import type { LanguageMap } from "@/i18n/text";
import { classes } from "./classes";
import { PartialDate } from "./Dates";
import { NotStated } from "./NotStated";
import { type Source, SourceName } from "./SourceName";
import { Text } from "./Text";

export type Reading = {
  value: string;
  /** What this reading says, drawn by the page (a glyph and its word, a number). */
  content?: ReactNode;
  text: LanguageMap;
  where: LanguageMap;
  counts: boolean;
};

type FieldRowProps = {
  term: ReactNode;
  status: Exclude<FieldState, "two_readings">;
  children?: ReactNode;
  /** One sentence on what the source does say, or what stays open. */
  note?: LanguageMap | null;
  readings?: Reading[];
  sources?: Source[];
  asOf?: string | null;
};

/** Term, value, source. Stands inside a `<dl>`. */
export function FieldRow({
  term,
  status,
  children,
  note,
  readings = [],
  sources = [],
  asOf,
}: FieldRowProps) {
  return (
    <div className="field-row">
      <dt>{term}</dt>
      <dd>
        {status === "not_stated" ? <NotStated /> : null}
        {status === "not_applicable" ? <Trans>Does not apply</Trans> : null}
        {status === "stated" ? children : null}
        {readings.length > 0 ? <Readings readings={readings} /> : null}
        {note ? (
          <p className="small muted">
            <Text of={note} />
          </p>
        ) : null}
      </dd>
      <dd className="field-source">
        {sources.map((source) => (
          <span key={JSON.stringify([source.label, source.locator])}>
            <SourceName source={source} />
          </span>
        ))}
        {asOf ? (
          <span>
            <Trans>
              as of <PartialDate value={asOf} />
            </Trans>
          </span>
        ) : null}
      </dd>
    </div>
  );
}

/** Where the source contradicts itself: one box, two equal halves, the counted one on surface. */
export function Readings({ readings }: { readings: Reading[] }) {
  const ordered = [...readings].sort((a, b) => Number(b.counts) - Number(a.counts));
  return (
    <ul className="readings">
      {ordered.map((reading) => (
        <li key={reading.value} className={classes(reading.counts && "counts")}>
          <b>{reading.content ?? <Text of={reading.text} />}</b>
          <p>
            <Text of={reading.where} />
            {reading.counts ? (
              <>
                {". "}
                <Trans>This reading counts.</Trans>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
