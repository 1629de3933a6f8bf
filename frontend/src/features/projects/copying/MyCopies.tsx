import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Badge } from "@/ui/Badge";
import { LinkButton } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { EmptyState } from "@/ui/States";
import { Text } from "@/ui/Text";
import { CopySteps } from "./CopySteps";
import type { Replication } from "./queries";
import { ConfirmedBy, useStateWord } from "./Standing";
import { Told } from "./Told";
import "./copying.scss";

/** The replications in which the reader speaks for a side, with what each has come to and what waits. */
export function MyCopies({ rows }: { rows: Replication[] }) {
  const word = useStateWord();
  return (
    <ul className="copy-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <h3 className="h3">
              <Link href={`/projects/${row.source.id}`}>
                <Text of={row.source.title} />
              </Link>
            </h3>
            <p className="small muted">
              <Side of={row} />,{" "}
              <Trans>
                last changed on <Instant at={row.updated_at} />
              </Trans>
            </p>
          </div>
          <p>
            <Badge>{word(row.state)}</Badge>{" "}
            {row.state === "adopted" ? (
              <span className="small">
                <Trans>
                  Confirmed by: <ConfirmedBy of={row} />
                </Trans>
              </span>
            ) : null}
          </p>
          {row.reason ? <p>{row.reason}</p> : null}
          {row.kept || row.changed || row.missing ? <Told of={row} /> : null}
          <CopySteps of={row} />
        </li>
      ))}
    </ul>
  );
}

function Side({ of: { sides, organisation } }: { of: Replication }): ReactNode {
  const name = <Text of={organisation.label} />;
  if (sides.includes("adopter")) return <Trans>{name} does it again</Trans>;
  return <Trans>{name} does your project again</Trans>;
}

/** How many there are. */
export function CopyCount({ total }: { total: number }) {
  return <Plural value={total} one="# copied project" other="# copied projects" />;
}

export function NoCopies() {
  return (
    <EmptyState
      says={<Trans>Nobody copies a project of yours yet, and you copy none.</Trans>}
      why={<Trans>On the page of a project you can say that your city does it again.</Trans>}
      action={
        <LinkButton href="/projects">
          <Trans>See all projects</Trans>
        </LinkButton>
      }
    />
  );
}
