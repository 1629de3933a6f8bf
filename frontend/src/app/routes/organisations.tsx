import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { fileAddress } from "@/api/pages";
import { askedOf } from "@/features/organisations/directory/asked";
import { Filters } from "@/features/organisations/directory/Filters";
import { OrganisationList } from "@/features/organisations/directory/OrganisationList";
import { NewLink } from "@/features/organisations/editing/NewLink";
import { networkNamesQuery, organisationsQuery } from "@/features/organisations/queries";
import { SearchField } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { ListHead } from "@/ui/ListHead";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { useText } from "@/ui/Text";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Found, Sort } from "../Directory";
import { useShown } from "../useShown";
import "@/ui/directory.scss";
import "@/features/organisations/organisations.scss";

export function OrganisationsPage() {
  const { t } = useLingui();
  const text = useText();
  const address = useAddress();
  const { shown, more } = useShown();
  const { chosen, asked } = askedOf(address);
  const answer = useQuery(organisationsQuery({ ...asked, facets: "kind,country" }, shown));
  const networks = useQuery(networkNamesQuery());
  const total = answer.data?.total;
  const sorts = {
    name: t`Name`,
    "-population": t`Most people first`,
    "-updated_at": t`Last changed first`,
  };
  const none = address.href({
    kind: undefined,
    country: undefined,
    network: undefined,
    q: undefined,
    shown: undefined,
  });

  return (
    <Page
      title={t`Cities and organisations`}
      lead={
        <Trans>
          Municipalities, ministries, associations and others that belong to a network, with the
          dates of their names and memberships.
        </Trans>
      }
    >
      <NewLink />
      <div className="directory">
        {answer.data ? (
          <Filters
            page={answer.data}
            chosen={chosen}
            network={address.one("network") ?? ""}
            networks={(networks.data?.items ?? []).map((network) => ({
              value: network.slug,
              label: text(network.label),
            }))}
            onChange={(facet, values) => address.go({ [facet]: values, shown: undefined })}
            none={none}
            onNetwork={(slug) => address.go({ network: slug, shown: undefined })}
          />
        ) : (
          <div className="directory-facets" />
        )}
        <div className={answer.isPlaceholderData ? "directory-wait" : undefined}>
          <div className="directory-search no-print">
            <SearchField
              label={t`Search names in any language`}
              value={address.one("q") ?? ""}
              onChange={(q) => address.go({ q, shown: undefined })}
            />
          </div>
          <ListHead
            count={
              total === undefined ? null : (
                <Plural value={total} one="# organisation" other="# organisations" />
              )
            }
          >
            <Sort sorts={sorts} sort={asked.sort} onChange={(sort) => address.go({ sort })} />
            <ViewSwitch
              views={[
                { href: address.href({}), label: t`List`, current: true },
                { href: "/countries", label: t`By country` },
              ]}
            />
          </ListHead>
          <Found
            answer={answer}
            nothing={<Trans>No organisation has all of this at once.</Trans>}
            none={none}
          >
            {(page) => (
              <>
                <OrganisationList items={page.items} />
                <Pager shown={page.items.length} total={page.total} more={more} />
                <FileLinks href={(format) => fileAddress("organisations", asked, format)} />
              </>
            )}
          </Found>
        </div>
      </div>
    </Page>
  );
}
