import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ErrorState, Skeleton } from "@/ui/States";
import { KeptValue } from "./KeptValue";
import { keptQuery, type MyData } from "./queries";
import { sections, useWord } from "./words";

type Row = MyData[keyof MyData][number];

/** What says most of a row comes first, what only programs need comes last. */
const FIRST = ["at", "verb", "name", "email", "role", "kind", "letter", "state", "value"];
const LAST = /(^|_)(id|about|version|subject|attempts|next_at|public_key|sign_count)$/;

function rank(field: string): number {
  const first = FIRST.indexOf(field);
  if (first >= 0) return first;
  return LAST.test(field) ? FIRST.length + 1 : FIRST.length;
}

/** The fields of a row that hold something, in reading order. */
export function fieldsOf(row: Row): [string, unknown][] {
  return Object.entries(row)
    .filter(
      ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && !value.length),
    )
    .toSorted(([a], [b]) => rank(a) - rank(b));
}

/** Everything that is kept of oneself, section by section. */
export function Kept() {
  const word = useWord();
  const answer = useQuery(keptQuery());
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <>
      <p>
        <Trans>
          This is all there is. Your password is kept as a fingerprint only, from which nobody can
          read it.
        </Trans>
      </p>
      <div className="kept">
        {sections.map((section) => {
          const rows = answer.data[section];
          const count = rows.length;
          return (
            <details key={section}>
              <summary>
                <span>{word("section", section)}</span>
                <span className="muted small">
                  <Plural value={count} _0="nothing" one="# entry" other="# entries" />
                </span>
              </summary>
              {count === 0 ? (
                <p className="muted">
                  <Trans>Nothing is kept here.</Trans>
                </p>
              ) : (
                <ol>
                  {rows.map((row, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows of the record have no number, and none changes its place
                    <li key={index}>
                      <KeptRow row={row} />
                    </li>
                  ))}
                </ol>
              )}
            </details>
          );
        })}
      </div>
    </>
  );
}

function KeptRow({ row }: { row: Row }) {
  const word = useWord();
  return (
    <dl className="kept-row">
      {fieldsOf(row).map(([field, value]) => (
        <div key={field} className={LAST.test(field) ? "kept-technical" : undefined}>
          <dt>{word("field", field)}</dt>
          <dd>
            <KeptValue field={field} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
