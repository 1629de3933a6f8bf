import { Trans, useLingui } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import type { AuditChange, AuditEvent } from "./queries";

type AuditTableProps = {
  items: readonly AuditEvent[];
  /** The list with one more filter. */
  href: (filter: { actor?: string; verb?: string; subject?: string }) => string;
};

/** What was done, by whom, to what, and each field before and after. */
export function AuditTable({ items, href }: AuditTableProps) {
  const { t } = useLingui();
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
          cell: (row) => (
            <Link href={href({ verb: row.verb })}>
              <code>
                {row.verb.split(".")[0]}.<wbr />
                {row.verb.split(".")[1]}
              </code>
            </Link>
          ),
        },
        {
          key: "subject",
          heading: t`On`,
          cell: (row) => (
            <>
              {row.kind}{" "}
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
  if (changes.length === 0) return "–";
  return (
    <ul className="audit-changes">
      {changes.map((change) => (
        <li key={change.field}>
          <code>{change.field}</code>:{" "}
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
  return typeof value === "string" ? value : JSON.stringify(value);
}
