import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { namesQuery } from "@/api/organisations";
import { useSession } from "@/api/useSession";
import { askedOf, FACETS, FILTERS, fileAddress, SORTS } from "@/features/practices/directory/asked";
import { Filters } from "@/features/practices/directory/Filters";
import { PracticeList } from "@/features/practices/directory/PracticeList";
import { practicesQuery } from "@/features/practices/directory/queries";
import { LinkButton } from "@/ui/Button";
import { SearchField, Select } from "@/ui/Fields";
import { FileLinks } from "@/ui/FileLinks";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { useAddress } from "../address";
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
          <div className="list-head">
            <h2>
              <span role="status">
                {total === undefined ? (
                  <Trans>Loading</Trans>
                ) : (
                  <Plural value={total} one="# practice" other="# practices" />
                )}
              </span>
            </h2>
            <span className="no-print">
              <Select
                inline
                label={t`Sort`}
                value={asked.sort ?? "title"}
                options={SORTS.map((value) => ({ value, label: sorts[value] }))}
                onChange={(sort) => address.go({ sort: sort === "title" ? undefined : sort })}
              />
            </span>
          </div>
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
          {answer.isError ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : answer.isPending ? (
            <Skeleton rows={12} />
          ) : answer.data.total === 0 ? (
            <EmptyState
              says={<Trans>No practice has all of this at once.</Trans>}
              why={<Trans>Take one filter away, or say it in other words.</Trans>}
              action={
                <LinkButton href={none}>
                  <Trans>Remove all filters</Trans>
                </LinkButton>
              }
            />
          ) : (
            <>
              <PracticeList items={answer.data.items} />
              <Pager shown={answer.data.items.length} total={answer.data.total} more={more} />
              <FileLinks href={(format) => fileAddress(asked, format)} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
