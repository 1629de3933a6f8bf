import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { namesQuery } from "@/api/organisations";
import { fileAddress } from "@/api/pages";
import { usePracticeTitles } from "@/api/practices";
import {
  askedOf,
  FACETS,
  FILTERS,
  MOST,
  PAGE,
  unsorted,
} from "@/features/projects/directory/asked";
import { Filters } from "@/features/projects/directory/Filters";
import { ProjectCards } from "@/features/projects/directory/ProjectCards";
import { ProjectList } from "@/features/projects/directory/ProjectList";
import { useFilterWords } from "@/features/projects/directory/useFilterWords";
import { ImportLink } from "@/features/projects/importing/ImportLink";
import { ProjectMap } from "@/features/projects/map/ProjectMap";
import { projectsQuery } from "@/features/projects/queries";
import { Chips } from "@/ui/Chips";
import { SearchField } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { ListHead } from "@/ui/ListHead";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Found, Sort } from "../Directory";
import { SaveThis } from "../SaveThis";
import { useShown } from "../useShown";
import { useTopicNames } from "../useTopicNames";
import "@/ui/directory.scss";
import "@/features/projects/projects.scss";

const COUNTED = [...FACETS.map((facet) => facet.name), "organisation"].join(",");

export function ProjectsPage() {
  const { t } = useLingui();
  const address = useAddress();
  const marked = useLocation({ select: (location) => location.hash });
  const topics = useTopicNames();
  const { shown, more } = useShown(PAGE, MOST);
  const { chosen, asked, view } = askedOf(address);
  const leads = useQuery(namesQuery(chosen.organisation ?? []));
  const practices = usePracticeTitles(chosen.practice ?? []);
  const words = useFilterWords(topics, leads.data, practices);
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
  const query = unsorted(asked);
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
          <ListHead
            count={
              total === undefined ? null : (
                <Plural value={total} one="# project" other="# projects" />
              )
            }
          >
            {view === "map" ? null : (
              <Sort sorts={sorts} sort={asked.sort} onChange={(sort) => address.go({ sort })} />
            )}
            <ViewSwitch
              views={(["list", "cards", "map"] as const).map((name) => ({
                href: address.href({ view: name === "list" ? undefined : name, at: undefined }),
                label: views[name],
                current: name === view,
              }))}
            />
          </ListHead>
          <Chips
            set={words.chips(chosen)}
            leaving={(filter, rest) => address.href({ [filter]: rest, ...anew })}
            none={none}
          />
          {query ? <SaveThis query={query} called={words.called(chosen, asked.q)} /> : null}
          <Found
            answer={answer}
            nothing={<Trans>No project has all of this at once.</Trans>}
            none={none}
          >
            {(page) => (
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
                      <ProjectCards items={page.items} topics={topics} />
                    ) : (
                      <ProjectList items={page.items} />
                    )}
                    <Pager shown={page.items.length} total={page.total} more={more} />
                  </>
                )}
                <FileLinks href={(format) => fileAddress("projects", asked, format)} />
              </>
            )}
          </Found>
        </div>
      </div>
    </Page>
  );
}
