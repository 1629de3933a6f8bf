import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import {
  askedOf,
  FACETS,
  FILTERS,
  fileAddress,
  nextShown,
  queryOf,
  SORTS,
} from "@/features/projects/directory/asked";
import { Chips } from "@/features/projects/directory/Chips";
import { Filters } from "@/features/projects/directory/Filters";
import { ProjectCards } from "@/features/projects/directory/ProjectCards";
import { ProjectList } from "@/features/projects/directory/ProjectList";
import { useFilterWords } from "@/features/projects/directory/useFilterWords";
import { ImportLink } from "@/features/projects/importing/ImportLink";
import { ProjectMap } from "@/features/projects/map/ProjectMap";
import { projectsQuery } from "@/features/projects/queries";
import { LinkButton } from "@/ui/Button";
import { SearchField, Select } from "@/ui/Fields";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { SaveThis } from "../SaveThis";
import { useTopicNames } from "../useTopicNames";
import "@/ui/directory.scss";
import "@/features/projects/projects.scss";

const COUNTED = [...FACETS.map((facet) => facet.name), "organisation"].join(",");

export function ProjectsPage() {
  const { t } = useLingui();
  const address = useAddress();
  const marked = useLocation({ select: (location) => location.hash });
  const topics = useTopicNames();
  const words = useFilterWords(topics);
  const { chosen, asked, shown, view } = askedOf(address);
  const answer = useQuery(projectsQuery({ ...asked, facets: COUNTED }, shown));
  const total = answer.data?.total;
  const sorts = {
    title: t`Title`,
    "-start": t`Begun last first`,
    "-end": t`Ended last first`,
    "-updated_at": t`Last changed first`,
  };
  const anew = { shown: undefined, at: undefined };
  const none = address.href({
    ...Object.fromEntries([...FILTERS, "q"].map((name) => [name, undefined])),
    ...anew,
  });
  const more = nextShown(shown);
  const query = queryOf(asked);
  const views = { list: t`List`, cards: t`Cards`, map: t`Map` };

  return (
    <Page
      title={t`Projects of cities`}
      lead={
        <Trans>
          What cities try, what it cost and what they learned. A project that ended early counts as
          much as any other: its lesson spares the next city the detour.
        </Trans>
      }
    >
      <ImportLink />
      <div className="directory">
        {answer.data ? (
          <Filters
            page={answer.data}
            chosen={chosen}
            words={words}
            onChange={(facet, values) => address.go({ [facet]: values, ...anew })}
          />
        ) : (
          <div className="directory-facets" />
        )}
        <div className={answer.isPlaceholderData ? "directory-wait" : undefined}>
          <div className="directory-search no-print">
            <SearchField
              label={t`Search titles, places, topics and lessons`}
              value={address.one("q") ?? ""}
              onChange={(q) => address.go({ q, ...anew })}
            />
          </div>
          <div className="list-head">
            <h2>
              <span role="status">
                {total === undefined ? (
                  <Trans>Loading</Trans>
                ) : (
                  <Plural value={total} one="# project" other="# projects" />
                )}
              </span>
            </h2>
            {view === "map" ? null : (
              <span className="no-print">
                <Select
                  inline
                  label={t`Sort`}
                  value={asked.sort ?? "title"}
                  options={SORTS.map((value) => ({ value, label: sorts[value] }))}
                  onChange={(sort) => address.go({ sort: sort === "title" ? undefined : sort })}
                />
              </span>
            )}
            <ViewSwitch
              views={(["list", "cards", "map"] as const).map((name) => ({
                href: address.href({ view: name === "list" ? undefined : name, at: undefined }),
                label: views[name],
                current: name === view,
              }))}
            />
          </div>
          <Chips
            chosen={chosen}
            words={words}
            without={(filter, rest) => address.href({ [filter]: rest, ...anew })}
            none={none}
          />
          {query ? <SaveThis query={query} called={words.called(chosen, asked.q)} /> : null}
          {answer.isError ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : answer.isPending ? (
            <Skeleton rows={12} />
          ) : answer.data.total === 0 ? (
            <EmptyState
              says={<Trans>No project has all of this at once.</Trans>}
              why={<Trans>Take one filter away, or say it in other words.</Trans>}
              action={
                <LinkButton href={none}>
                  <Trans>Remove all filters</Trans>
                </LinkButton>
              }
            />
          ) : (
            <>
              {view === "map" ? (
                <ProjectMap
                  asked={asked}
                  at={address.one("at")}
                  look={(at) => address.href({ at })}
                  marked={marked}
                  row={(key) => `${address.href({})}#${key}`}
                  list={(place) => address.href({ ...anew, view: undefined, place })}
                />
              ) : (
                <>
                  {view === "cards" ? (
                    <ProjectCards items={answer.data.items} topics={topics} />
                  ) : (
                    <ProjectList items={answer.data.items} />
                  )}
                  <Pager
                    shown={answer.data.items.length}
                    total={answer.data.total}
                    more={more ? address.href({ shown: more }) : undefined}
                  />
                </>
              )}
              <p className="directory-files no-print">
                <span className="muted">
                  <Trans>This list as a file:</Trans>
                </span>
                {["csv", "xlsx", "geojson", "ndjson"].map((format) => (
                  <Link key={format} href={fileAddress(asked, format)}>
                    {format.toUpperCase()}
                  </Link>
                ))}
              </p>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
