import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Extent } from "@/api/pages";
import { Button, LinkButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Link } from "@/ui/Link";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { NewProject } from "./NewProject";
import { ProjectRows } from "./ProjectRows";
import { type DeskRow, myProjectsQuery, reviewsQuery } from "./queries";
import "./editing.scss";

/** How many are shown, and where more are. */

/** What my organisations have, and beside it what waits for my review. */
export function MyProjects({ shown, more }: Extent) {
  const { t } = useLingui();
  const mine = useQuery(myProjectsQuery(shown));
  const [isNew, setNew] = useState(false);
  const begin = (
    <Button rank="primary" onClick={() => setNew(true)}>
      <Trans>New project</Trans>
    </Button>
  );
  return (
    <div className="my-projects">
      <section>
        <h2 className="vh">
          <Trans>Projects of my organisations</Trans>
        </h2>
        {mine.isPending ? <Skeleton rows={6} /> : null}
        {mine.isError ? (
          <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />
        ) : null}
        {mine.data?.items.length === 0 ? (
          <EmptyState
            says={<Trans>Your organisations have no project here yet.</Trans>}
            why={
              <Trans>
                A title is enough to begin. Nobody else sees it until you submit it for review.
              </Trans>
            }
            action={begin}
          />
        ) : null}
        {mine.data?.items.length ? (
          <>
            <div className="button-row">{begin}</div>
            <ProjectRows rows={mine.data.items} act={(row) => <Open row={row} />} />
            <Pager shown={mine.data.items.length} total={mine.data.total} more={more} />
          </>
        ) : null}
      </section>
      <Waiting />
      <Dialog open={isNew} onClose={() => setNew(false)} title={t`New project`}>
        <NewProject />
      </Dialog>
    </div>
  );
}

function Open({ row: { id, work_state: state, may } }: { row: DeskRow }) {
  const asked = state === "changes_requested";
  return (
    <LinkButton href={`/projects/${id}/desk`} rank={asked ? "primary" : "secondary"}>
      {asked ? <Trans>Answer</Trans> : null}
      {!asked && may.includes("write") ? <Trans>Write</Trans> : null}
      {asked || may.includes("write") ? null : <Trans>Open</Trans>}
    </LinkButton>
  );
}

function Waiting() {
  const waiting = useQuery(reviewsQuery()).data?.items;
  if (!waiting) return null;
  return (
    <aside className="project-waiting">
      <h2 className="h3">
        <Trans>Waits for your review</Trans>
      </h2>
      {waiting.length === 0 ? (
        <p className="muted">
          <Trans>Nothing of another organisation waits for you.</Trans>
        </p>
      ) : (
        <ul className="desk-rows">
          {waiting.map(({ id, title, organisation }) => (
            <li key={id}>
              <Link href={`/projects/${id}/desk`}>
                <Text of={title} />
              </Link>
              <span className="muted">
                <Text of={organisation.label} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href="/me/reviews">
          <Trans>All reviews</Trans>
        </Link>
      </p>
      <p>
        <Link href="/me/replications">
          <Trans>Copied projects</Trans>
        </Link>
      </p>
      <p>
        <Link href="/me/imports">
          <Trans>Import projects from a file</Trans>
        </Link>
      </p>
    </aside>
  );
}
