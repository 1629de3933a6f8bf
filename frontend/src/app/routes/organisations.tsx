import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { askedOf, fileAddress, nextShown, SORTS } from "@/features/organisations/directory/asked";
import { Filters } from "@/features/organisations/directory/Filters";
import { OrganisationList } from "@/features/organisations/directory/OrganisationList";
import { NewLink } from "@/features/organisations/editing/NewLink";
import { networkNamesQuery, organisationsQuery } from "@/features/organisations/queries";
import { LinkButton } from "@/ui/Button";
import { SearchField, Select } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { ListHead } from "@/ui/ListHead";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import "@/ui/directory.scss";
import "@/features/organisations/organisations.scss";

export function OrganisationsPage() {
  const { t } = useLingui();
  const text = useText();
  const address = useAddress();
  const { chosen, asked, shown } = askedOf(address);
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
  const more = nextShown(shown);

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
            <span className="no-print">
              <Select
                inline
                label={t`Sort`}
                value={asked.sort ?? "name"}
                options={SORTS.map((value) => ({ value, label: sorts[value] }))}
                onChange={(sort) => address.go({ sort: sort === "name" ? undefined : sort })}
              />
            </span>
            <ViewSwitch
              views={[
                { href: address.href({}), label: t`List`, current: true },
                { href: "/countries", label: t`By country` },
              ]}
            />
          </ListHead>
          {answer.isError ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : answer.isPending ? (
            <Skeleton rows={12} />
          ) : answer.data.total === 0 ? (
            <EmptyState
              says={<Trans>No organisation has all of this at once.</Trans>}
              why={<Trans>Take one filter away, or say it in other words.</Trans>}
              action={
                <LinkButton href={none}>
                  <Trans>Remove all filters</Trans>
                </LinkButton>
              }
            />
          ) : (
            <>
              <OrganisationList items={answer.data.items} />
              <Pager
                shown={answer.data.items.length}
                total={answer.data.total}
                more={more ? address.href({ shown: more }) : undefined}
              />
              <FileLinks href={(format) => fileAddress(asked, format)} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
