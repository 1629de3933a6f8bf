import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Extent } from "@/api/pages";
import { LinkButton } from "@/ui/Button";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { ProjectRows } from "./ProjectRows";
import { reviewsQuery } from "./queries";
import "./editing.scss";

/** What waits for a review by the reader. */
export function Reviews({ shown, more }: Extent) {
  const waiting = useQuery(reviewsQuery(shown));
  if (waiting.isPending) return <Skeleton rows={6} />;
  if (waiting.isError) {
    return <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />;
  }
  if (waiting.data.items.length === 0) {
    return (
      <EmptyState
        says={<Trans>No project waits for a review.</Trans>}
        why={<Trans>Once another organisation submits one, it is shown here.</Trans>}
      />
    );
  }
  return (
    <section>
      <h2 className="vh">
        <Trans>Waits for your review</Trans>
      </h2>
      <ProjectRows
        rows={waiting.data.items}
        act={({ id }) => (
          <LinkButton href={`/projects/${id}/desk`} rank="primary">
            <Trans>Review</Trans>
          </LinkButton>
        )}
      />
      <Pager shown={waiting.data.items.length} total={waiting.data.total} more={more} />
    </section>
  );
}
