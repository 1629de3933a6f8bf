import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { roomsQuery } from "./queries";
import "./rooms.scss";

/** The rooms that the reader is in. */
export function RoomList() {
  const answer = useQuery(roomsQuery());
  if (answer.isPending) return <Skeleton rows={5} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items } = answer.data;
  if (items.length === 0) {
    return (
      <EmptyState
        says={<Trans>You are in no room yet.</Trans>}
        why={<Trans>One opens when a coaching begins or a group meets.</Trans>}
      />
    );
  }
  return (
    <ul className="room-rows">
      {items.map(({ id, title, people, closed_at: closed }) => (
        <li key={id}>
          <Link href={`/rooms/${id}`}>
            <Text of={title} />
          </Link>
          <p className="small muted">
            <span>{people.map(({ name }) => name).join(", ")}</span>
            {closed ? (
              <span>
                <Trans>closed</Trans>
              </span>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
