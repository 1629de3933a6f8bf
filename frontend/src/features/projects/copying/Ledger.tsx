import { Trans, useLingui } from "@lingui/react/macro";
import { type ComponentType, Suspense } from "react";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Replication } from "./queries";
import { ConfirmedBy, useStateWord } from "./Standing";

type LedgerProps = {
  rows: Replication[];
  /** What the reader may do with one; its code comes only to those who may do something. */
  Steps: ComponentType<{ of: Replication }>;
};

/** Who does a project again: what they kept, changed and missed, and who stands for it. */
export function Ledger({ rows, Steps }: LedgerProps) {
  const { t } = useLingui();
  const word = useStateWord();
  const told = (text: Replication["kept"]) =>
    text ? <Text of={text} told /> : <NotStated small />;
  const steps = rows.some(({ may }) => may.length > 0)
    ? [
        {
          key: "steps",
          heading: t`Next`,
          cell: (row: Replication) => (
            <Suspense>
              {row.may.length > 0 ? (
                <Steps of={row} />
              ) : (
                <span className="muted">
                  <Trans>nothing for you to do</Trans>
                </span>
              )}
            </Suspense>
          ),
        },
      ]
    : [];
  return (
    <DataTable
      caption={<Trans>Who does it again</Trans>}
      silentCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "organisation",
          heading: t`Organisation`,
          cell: ({ organisation, project }) => (
            <>
              <Text of={organisation.label} />
              {project ? (
                <span className="copy-project small">
                  <Link href={`/projects/${project.id}`}>
                    <Text of={project.title} />
                  </Link>
                </span>
              ) : null}
            </>
          ),
        },
        { key: "state", heading: t`State`, cell: ({ state }) => word(state) },
        { key: "kept", heading: t`Kept`, cell: ({ kept }) => told(kept) },
        { key: "changed", heading: t`Changed`, cell: ({ changed }) => told(changed) },
        { key: "missing", heading: t`Missing`, cell: ({ missing }) => told(missing) },
        { key: "confirmed", heading: t`Confirmed by`, cell: (row) => <ConfirmedBy of={row} /> },
        ...steps,
      ]}
    />
  );
}
