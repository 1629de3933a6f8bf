import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { ClientDialog } from "@/features/clients/ClientDialog";
import { ClientTable } from "@/features/clients/ClientTable";
import { MakeClient } from "@/features/clients/MakeClient";
import { clientsQuery } from "@/features/clients/queries";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/States";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { Listing } from "../Listing";
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
  return (
    <Page
      title={t`API clients`}
      lead={<Trans>Programs of partners that read or change data by themselves.</Trans>}
    >
      <div className="section">
        <Listing
          answer={answer}
          count={(total) => <Plural value={total} one="# client" other="# clients" />}
          aside={<MakeClient />}
          empty={
            <EmptyState
              says={<Trans>No program has access of its own.</Trans>}
              why={<Trans>Public data can be read without.</Trans>}
            />
          }
        >
          {(items) =>
            items.length > 0 ? (
              <ClientTable items={items} href={(id) => address.href({ client: id })} />
            ) : null
          }
        </Listing>
      </div>
      <ClientDialog id={address.one("client")} onClose={() => address.go({ client: undefined })} />
    </Page>
  );
}
