import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { AccountDialog } from "@/features/accounts/AccountDialog";
import { AccountTable } from "@/features/accounts/AccountTable";
import { Invitations } from "@/features/accounts/Invitations";
import { InvitePerson } from "@/features/accounts/InvitePerson";
import { accountsQuery } from "@/features/accounts/queries";
import { SearchField } from "@/ui/Fields";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/States";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { Listing } from "../Listing";
import "@/ui/directory.scss";
import "@/features/accounts/accounts.scss";

export function AccountsPage() {
  return (
    <Guard needs={STAFF}>
      <Accounts />
    </Guard>
  );
}

function Accounts() {
  const { t } = useLingui();
  const address = useAddress();
  const q = address.one("q") ?? "";
  const shown = shownOf(address.one("shown"));
  const answer = useQuery(accountsQuery(q, shown));
  return (
    <Page title={t`Accounts`} lead={<Trans>Who may sign in, and in which roles.</Trans>}>
      <div className="section">
        <div className="directory-search">
          <SearchField
            label={t`Part of a name or an address`}
            value={q}
            onChange={(next) => address.go({ q: next, shown: undefined })}
          />
          <InvitePerson />
        </div>
        <Listing
          answer={answer}
          count={(total) => <Plural value={total} one="# account" other="# accounts" />}
          empty={
            <EmptyState
              says={<Trans>No account has this in its name or address.</Trans>}
              why={<Trans>Perhaps the person is invited and has not come yet.</Trans>}
            />
          }
        >
          {(items) =>
            items.length > 0 ? (
              <AccountTable items={items} href={(id) => address.href({ account: id })} />
            ) : null
          }
        </Listing>
      </div>
      <section className="section" id="invitations">
        <div className="section-head">
          <h2 className="h2">
            <Trans>Open invitations</Trans>
          </h2>
        </div>
        <Invitations />
      </section>
      <AccountDialog
        id={address.one("account")}
        onClose={() => address.go({ account: undefined })}
      />
    </Page>
  );
}
