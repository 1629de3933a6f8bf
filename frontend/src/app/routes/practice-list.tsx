import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { namesQuery } from "@/api/organisations";
import { fileAddress } from "@/api/pages";
import { useSession } from "@/api/useSession";
import { askedOf, FACETS, FILTERS } from "@/features/practices/directory/asked";
import { Filters } from "@/features/practices/directory/Filters";
import { PracticeList } from "@/features/practices/directory/PracticeList";
import { practicesQuery } from "@/features/practices/directory/queries";
import { SearchField } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { Link } from "@/ui/Link";
import { ListHead } from "@/ui/ListHead";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { useAddress } from "../address";
import { Found, Sort } from "../Directory";
import { useShown } from "../useShown";
import { useTopicNames } from "../useTopicNames";
import "@/ui/directory.scss";
import "@/features/practices/practices.scss";

const OwnPractices = lazy(async () => ({
  default: (await import("./practice-writing")).OwnPractices,
}));

export function PracticesPage() {
  const { t } = useLingui();
  const text = useText();
  const session = useSession();
  const address = useAddress();
  const topics = useTopicNames();
  const { shown, more } = useShown();
  const { chosen, asked } = askedOf(address);
  const publishers = useQuery(namesQuery(chosen.organisation ?? []));
  const answer = useQuery(practicesQuery({ ...asked, facets: FACETS.join(",") }, shown));
  const total = answer.data?.total;
  const sorts = { title: t`Title`, "-year": t`Newest first`, "-updated_at": t`Last changed first` };
  const none = address.href(
    Object.fromEntries([...FILTERS, "q", "shown"].map((name) => [name, undefined])),
  );

  return (
    <Page
      title={t`Practices and policies`}
      lead={
        <Trans>
          Charters, strategies, guides and studies that other cities can work with, each with the
          page on which it can be read.
        </Trans>
      }
    >
      {session === "in" ? (
        <Suspense fallback={<Skeleton rows={2} />}>
          <OwnPractices />
        </Suspense>
      ) : null}
      <div className="directory">
        {answer.data ? (
          <Filters
            page={answer.data}
            chosen={chosen}
            topics={topics}
            onChange={(facet, values) => address.go({ [facet]: values, shown: undefined })}
          />
        ) : (
          <div className="directory-facets" />
        )}
        <div className={answer.isPlaceholderData ? "directory-wait" : undefined}>
          <div className="directory-search no-print">
            <SearchField
              label={t`Search titles, summaries, topics and publishers`}
              value={address.one("q") ?? ""}
              onChange={(q) => address.go({ q, shown: undefined })}
            />
          </div>
          <ListHead
            count={
              total === undefined ? null : (
                <Plural value={total} one="# practice" other="# practices" />
              )
            }
          >
            <Sort sorts={sorts} sort={asked.sort} onChange={(sort) => address.go({ sort })} />
          </ListHead>
          {Object.keys(chosen).length > 0 ? (
            <p className="practice-set no-print">
              {(chosen.organisation ?? []).map((slug) => (
                <span key={slug}>
                  <Trans>Published by {text(publishers.data?.get(slug)) || slug}.</Trans>{" "}
                </span>
              ))}
              <Link href={none}>
                <Trans>Remove all filters</Trans>
              </Link>
            </p>
          ) : null}
          <Found
            answer={answer}
            nothing={<Trans>No practice has all of this at once.</Trans>}
            none={none}
          >
            {(page) => (
              <>
                <PracticeList items={page.items} />
                <Pager shown={page.items.length} total={page.total} more={more} />
                <FileLinks href={(format) => fileAddress("practices", asked, format)} />
              </>
            )}
          </Found>
        </div>
      </div>
    </Page>
  );
}
