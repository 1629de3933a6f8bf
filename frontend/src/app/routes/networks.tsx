import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { fileAddress } from "@/api/pages";
import { Facets } from "@/features/networks/directory/Facets";
import { askedOf, FACETS, PAGE } from "@/features/networks/directory/filters";
import { NetworkList } from "@/features/networks/directory/NetworkList";
import { useFacetWords } from "@/features/networks/directory/useFacetWords";
import { directoryQuery } from "@/features/networks/queries";
import { schemesQuery } from "@/features/topics/queries";
import { LinkButton } from "@/ui/Button";
import { Chips } from "@/ui/Chips";
import { CompareBar } from "@/ui/CompareBar";
import { SearchField } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { ListHead } from "@/ui/ListHead";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { useText } from "@/ui/Text";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { stringifySearch, useAddress } from "../address";
import { Found, Sort } from "../Directory";
import { useShown } from "../useShown";
import "@/ui/directory.scss";
import "@/features/networks/directory/directory.scss";

const MOST = 4;
const MOST_SHOWN = 100;

export function NetworksPage() {
  const { t } = useLingui();
  const text = useText();
  const address = useAddress();
  const { chosen, asked } = askedOf(address);
  const { shown, more } = useShown(PAGE, MOST_SHOWN);
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
  const filters = [...FACETS.map((facet) => facet.name), "q", "active_in", "shown"];
  const none = address.href(Object.fromEntries(filters.map((name) => [name, undefined])));

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
            <Sort sorts={sorts} sort={asked.sort} onChange={(sort) => address.go({ sort })} />
            <ViewSwitch
              views={[
                { href: address.href({}), label: t`List`, current: true },
                { href: "/networks/analysis", label: t`Analysis` },
              ]}
            />
          </ListHead>
          <Chips
            set={words.chips(chosen)}
            leaving={(facet, rest) => address.href({ [facet]: rest, shown: undefined })}
            none={none}
          />
          <Found
            answer={answer}
            nothing={<Trans>No network has all of this at once.</Trans>}
            none={none}
          >
            {(page) => (
              <>
                <NetworkList
                  networks={page.items}
                  compared={compared}
                  most={MOST}
                  onCompare={(slug, on) =>
                    address.go({
                      compare: on
                        ? [...compared, slug]
                        : compared.filter((other) => other !== slug),
                    })
                  }
                />
                <Pager shown={page.items.length} total={page.total} more={more} />
                <FileLinks href={(format) => fileAddress("networks", asked, format)} />
              </>
            )}
          </Found>
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
