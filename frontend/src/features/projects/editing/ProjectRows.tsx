import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import type { DeskRow } from "./queries";
import { StateBadges } from "./StateBadges";

type ProjectRowsProps = { rows: DeskRow[]; act: (row: DeskRow) => ReactNode };

/** Projects of those who write or review them: what, whose, where both versions stand, and the act. */
export function ProjectRows({ rows, act }: ProjectRowsProps) {
  return (
    <ul className="project-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <h3 className="h3">
              <Link href={`/projects/${row.id}/desk`}>
                <Text of={row.title} />
              </Link>
            </h3>
            <p className="small muted">
              <Text of={row.organisation.label} />,{" "}
              <Trans>
                last changed on <Instant at={row.updated_at} />
              </Trans>
            </p>
          </div>
          <div className="project-row-state">
            <StateBadges live={row.live_state} work={row.work_state} />
            {row.open_comments > 0 ? (
              <span className="small">
                <Plural
                  value={row.open_comments}
                  one="# comment to answer"
                  other="# comments to answer"
                />
              </span>
            ) : null}
          </div>
          <div>{act(row)}</div>
        </li>
      ))}
    </ul>
  );
}
