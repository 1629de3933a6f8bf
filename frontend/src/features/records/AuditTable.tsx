import { Trans, useLingui } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import type { AuditChange, AuditEvent } from "./queries";
import { useWord } from "./words";

type AuditTableProps = {
  items: readonly AuditEvent[];
  /** The list with one more filter. */
  href: (filter: { actor?: string; verb?: string; subject?: string }) => string;
};

/** What was done, by whom, to what, and each field before and after. */
export function AuditTable({ items, href }: AuditTableProps) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <DataTable
      caption={t`What was done`}
      silentCaption
      columns={[
        {
          key: "at",
          heading: t`When`,
          cell: (row: AuditEvent) => <Instant at={row.at} />,
        },
        {
          key: "actor",
          heading: t`Who`,
          cell: (row) => (
            <Link href={href({ actor: row.actor })}>{row.actor_name ?? row.actor}</Link>
          ),
        },
        {
          key: "verb",
          heading: t`What`,
          cell: (row) => <Link href={href({ verb: row.verb })}>{word("deed", row.verb)}</Link>,
        },
        {
          key: "subject",
          heading: t`On`,
          cell: (row) => (
            <>
              {word("thing", row.kind)}{" "}
              <Link href={href({ subject: row.subject })}>
                <code>{row.subject.slice(0, 8)}</code>
              </Link>
            </>
          ),
        },
        {
          key: "changes",
          heading: t`Changes`,
          cell: (row) => <Changes changes={row.changes} />,
        },
      ]}
      rows={items}
      rowKey={(row) => String(row.position)}
    />
  );
}

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  const word = useWord();
  if (changes.length === 0) return "–";
  return (
    <ul className="audit-changes">
      {changes.map((change) => (
        <li key={change.field}>
          {word("field", change.field)}:{" "}
          {change.erased ? (
            <i className="muted">
              <Trans>erased</Trans>
            </i>
          ) : (
            <>
              {isNothing(change.before) ? null : (
                <del>
                  <span className="vh">
                    <Trans>before:</Trans>{" "}
                  </span>
                  {told(change.before)}
                </del>
              )}{" "}
              {isNothing(change.after) ? null : (
                <ins>
                  <span className="vh">
                    <Trans>after:</Trans>{" "}
                  </span>
                  {told(change.after)}
                </ins>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function told(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(told).join(", ");
  return JSON.stringify(value);
}
