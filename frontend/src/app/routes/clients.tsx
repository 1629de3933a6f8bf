import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STEP, shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { ClientDialog } from "@/features/clients/ClientDialog";
import { ClientTable } from "@/features/clients/ClientTable";
import { MakeClient } from "@/features/clients/MakeClient";
import { clientsQuery } from "@/features/clients/queries";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import "@/features/clients/clients.scss";

export function ClientsPage() {
  return (
    <Guard needs={STAFF}>
      <Clients />
    </Guard>
  );
}

function Clients() {
  const { t } = useLingui();
  const address = useAddress();
  const shown = shownOf(address.one("shown"));
  const answer = useQuery(clientsQuery(shown));
  const total = answer.data?.total;
  return (
    <Page
      title={t`API clients`}
      lead={<Trans>Programs of partners that read or change data by themselves.</Trans>}
    >
      <div className="section">
        <div className="list-head">
          <h2>
            <span role="status">
              {total === undefined ? (
                <Trans>Loading</Trans>
              ) : (
                <Plural value={total} one="# client" other="# clients" />
              )}
            </span>
          </h2>
          <MakeClient />
        </div>
        {answer.isError ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.isPending ? (
          <Skeleton rows={4} />
        ) : answer.data.items.length === 0 ? (
          <EmptyState
            says={<Trans>No program has access of its own.</Trans>}
            why={<Trans>Public data can be read without.</Trans>}
          />
        ) : (
          <>
            <ClientTable items={answer.data.items} href={(id) => address.href({ client: id })} />
            <Pager
              shown={answer.data.items.length}
              total={answer.data.total}
              more={address.href({ shown: String(shown + STEP) })}
            />
          </>
        )}
      </div>
      <ClientDialog id={address.one("client")} onClose={() => address.go({ client: undefined })} />
    </Page>
  );
}
