import { Trans, useLingui } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import type { AuditChange, AuditEvent } from "./queries";
import { useTold } from "./useTold";
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
  const actor = useActor();
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
          cell: (row) => <Link href={href({ actor: row.actor })}>{actor(row)}</Link>,
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
  const told = useTold();
  const said = changes
    .map((change) => ({
      ...change,
      before: told(change.field, change.before),
      after: told(change.field, change.after),
    }))
    .filter(({ before, after, erased }) => before || after || erased);
  if (said.length === 0) return "–";
  return (
    <ul className="audit-changes">
      {said.map(({ field, before, after, erased }) => (
        <li key={field}>
          {word("field", field)}:{" "}
          {erased ? (
            <i className="muted">
              <Trans>erased</Trans>
            </i>
          ) : null}
          {before ? (
            <del>
              <span className="vh">
                <Trans>before:</Trans>{" "}
              </span>
              {before}
            </del>
          ) : null}{" "}
          {after ? (
            <ins>
              <span className="vh">
                <Trans>after:</Trans>{" "}
              </span>
              {after}
            </ins>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Whoever has no account, or none any more, by what they are. */
function useActor(): (event: AuditEvent) => string {
  const word = useWord();
  return ({ actor, actor_name: name }) => {
    const [kind = "", id] = actor.split(":");
    if (name) return name;
    return id ? `${word("thing", kind)} ${id.slice(0, 8)}` : word("actor", actor);
  };
}
