import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Chips } from "@/features/networks/directory/Chips";
import { Facets } from "@/features/networks/directory/Facets";
import { askedOf, FACETS, PAGE, SORTS } from "@/features/networks/directory/filters";
import { NetworkList } from "@/features/networks/directory/NetworkList";
import { useFacetWords } from "@/features/networks/directory/useFacetWords";
import { directoryQuery } from "@/features/networks/queries";
import { schemesQuery } from "@/features/topics/queries";
import { LinkButton } from "@/ui/Button";
import { CompareBar } from "@/ui/CompareBar";
import { SearchField, Select } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { ListHead } from "@/ui/ListHead";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { stringifySearch, useAddress } from "../address";
import "@/ui/directory.scss";
import "@/features/networks/directory/directory.scss";

const MOST = 4;
const MOST_SHOWN = 100;

export function NetworksPage() {
  const { t } = useLingui();
  const text = useText();
  const address = useAddress();
  const { chosen, asked, query } = askedOf(address);
  const shown = Math.min(Number(address.one("shown")) || PAGE, MOST_SHOWN);
  const facets = FACETS.map((facet) => facet.name).join(",");
  const answer = useQuery(directoryQuery({ ...asked, limit: shown, facets }));
  const schemes = useQuery(schemesQuery());
  const topics = new Map(
    (schemes.data?.items ?? []).flatMap((scheme) =>
      scheme.topics.map((topic) => [topic.id, text(topic.label)] as const),
    ),
  );
  const words = useFacetWords(topics);
  const compared = address.many("compare").slice(0, MOST);
  const labels = new Map(answer.data?.items.map((item) => [item.slug, text(item.label)]));
  const total = answer.data?.total;
  const sorts = {
    name: t`Name`,
    founded_year: t`Oldest first`,
    "-member_count": t`Most members first`,
    "-updated_at": t`Last changed first`,
  };
  const nothing = Object.fromEntries(
    [...FACETS.map((facet) => facet.name), "q", "active_in"].map((name) => [name, undefined]),
  );

  return (
    <Page
      title={t`Networks of cities`}
      heading={
        total === undefined ? undefined : (
          <Plural value={total} one="# network of cities" other="# networks of cities" />
        )
      }
      lead={
        <Trans>
          Who runs them, what they cost, whom they take in. Every field shows its source, and every
          gap is shown as a gap.
        </Trans>
      }
    >
      <div className="directory">
        {answer.data ? (
          <Facets
            page={answer.data}
            chosen={chosen}
            year={address.one("active_in") ?? ""}
            words={words}
            onChange={(facet, values) => address.go({ [facet]: values, shown: undefined })}
            onYear={(year) => address.go({ active_in: year, shown: undefined })}
          />
        ) : (
          <div className="directory-facets" />
        )}
        <div className={answer.isPlaceholderData ? "directory-wait" : undefined}>
          <div className="directory-search no-print">
            <SearchField
              label={t`Search names, topics, operators, municipalities`}
              value={address.one("q") ?? ""}
              onChange={(q) => address.go({ q, shown: undefined })}
            />
            <LinkButton href="/networks/find">
              <Trans>Find your network</Trans>
            </LinkButton>
          </div>
          <ListHead
            count={
              total === undefined ? null : (
                <Plural value={total} one="# network" other="# networks" />
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
                { href: "/networks/analysis", label: t`Analysis` },
              ]}
            />
          </ListHead>
          <Chips
            chosen={chosen}
            words={words}
            without={(facet, rest) => address.href({ [facet]: rest, shown: undefined })}
            none={address.href({ ...nothing, shown: undefined })}
          />
          {answer.isError ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : answer.isPending ? (
            <Skeleton rows={12} />
          ) : answer.data.total === 0 ? (
            <EmptyState
              says={<Trans>No network has all of this at once.</Trans>}
              why={<Trans>Take one filter away, or say it in other words.</Trans>}
              action={
                <LinkButton href={address.href({ ...nothing, shown: undefined })}>
                  <Trans>Remove all filters</Trans>
                </LinkButton>
              }
            />
          ) : (
            <>
              <NetworkList
                networks={answer.data.items}
                compared={compared}
                most={MOST}
                onCompare={(slug, on) =>
                  address.go({
                    compare: on ? [...compared, slug] : compared.filter((other) => other !== slug),
                  })
                }
              />
              <Pager
                shown={answer.data.items.length}
                total={answer.data.total}
                more={
                  shown < MOST_SHOWN
                    ? address.href({ shown: String(Math.min(shown + PAGE, MOST_SHOWN)) })
                    : undefined
                }
              />
              <FileLinks
                href={(format) => `/api/v1/networks?${query ? `${query}&` : ""}format=${format}`}
              />
            </>
          )}
          <CompareBar
            chosen={compared.map((slug) => ({ id: slug, label: labels.get(slug) ?? slug }))}
            most={MOST}
            href={`/networks/compare${stringifySearch({ network: compared })}`}
            onClear={() => address.go({ compare: undefined })}
          />
        </div>
      </div>
    </Page>
  );
}
