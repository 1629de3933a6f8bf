import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Extent } from "@/api/pages";
import { TextButton } from "@/ui/Button";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { NoticeRow } from "./NoticeRow";
import { noticesQuery, readUntil, useAfterNotices } from "./queries";
import "./notices.scss";

/** What the reader was told, the newest first. */
export function NoticeList({ shown, more }: Extent) {
  const answer = useQuery(noticesQuery(shown));
  const after = useAfterNotices();
  const reading = useMutation({ mutationFn: readUntil, onSettled: after });
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items, total, unread } = answer.data;
  const newest = items[0];
  if (!newest) {
    return (
      <EmptyState
        says={<Trans>Nothing yet.</Trans>}
        why={<Trans>What happens to your projects and seats is told here.</Trans>}
      />
    );
  }
  return (
    <>
      <div className="section-head">
        <h2 className="h2">
          <span role="status">
            {unread ? (
              <Plural value={unread} one="# not read yet" other="# not read yet" />
            ) : (
              <Trans>All read</Trans>
            )}
          </span>
        </h2>
        {unread ? (
          <TextButton onClick={() => reading.mutate(newest.created_at)}>
            <Trans>I have read all of this</Trans>
          </TextButton>
        ) : null}
      </div>
      {reading.isError ? <p role="alert">{reading.error.message}</p> : null}
      <ul>
        {items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      <Pager shown={items.length} total={total} more={more} />
    </>
  );
}
