import { useQuery } from "@tanstack/react-query";
import { PersonMenu } from "@/features/account/PersonMenu";
import { unreadQuery } from "@/features/notices/queries";

/** In the header: who is signed in, with the number of notices that they have not read. */
export function Menu({ onSignedOut }: { onSignedOut: () => void }) {
  const unread = useQuery(unreadQuery()).data?.total ?? 0;
  return <PersonMenu unread={unread} onSignedOut={onSignedOut} />;
}
