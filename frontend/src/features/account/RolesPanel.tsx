import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/api/me";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { Roles } from "./Roles";

/** On the desk: the roles of the reader. */
export function RolesPanel() {
  const me = useQuery(meQuery());
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>Your roles</Trans>
        </h2>
        <Link href="/account">
          <Trans>Account and security</Trans>
        </Link>
      </div>
      {me.isPending ? (
        <Skeleton rows={2} />
      ) : me.isError ? (
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Roles me={me.data.data} />
      )}
    </section>
  );
}
