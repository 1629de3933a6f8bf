import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { Figure, type FigureView } from "@/ui/Figure";
import { Link } from "@/ui/Link";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { type Asked, isAsked } from "./asked";
import { FindingsTable } from "./FindingsTable";
import { recommendationsQuery } from "./queries";
import { Finding } from "./ReasonBar";
import { weightsOf } from "./weights";

const FIRST = 10;
const ALL = 100;
const SIDE_BY_SIDE = 4;

type FindingsProps = {
  asked: Asked;
  all: boolean;
  allHref: string;
  view: FigureView;
  onView: (view: FigureView) => void;
  /** Where networks stand side by side. */
  compareHref: (slugs: string[]) => string;
};

/** The networks that fit, each with every reason and its points. */
export function Findings({ asked, all, allHref, view, onView, compareHref }: FindingsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const answer = useQuery(recommendationsQuery(asked, all ? ALL : FIRST, language));

  if (!isAsked(asked)) {
    return (
      <EmptyState
        says={<Trans>Answer one question, and the networks that fit appear here.</Trans>}
        why={<Trans>Each further answer adds reasons. Nothing you enter is stored.</Trans>}
      />
    );
  }
  if (answer.isPending) return <Skeleton rows={9} />;
  if (answer.isError) {
    return (
      <ErrorState
        error={answer.error}
        onRetry={() => void answer.refetch()}
        kept={t`Your answers are kept in the address of this page.`}
      />
    );
  }

  const { items, total } = answer.data;
  if (items.length === 0) {
    return (
      <EmptyState
        says={<Trans>No network in this directory fits these answers.</Trans>}
        why={
          <Trans>
            No stated topic, member or reach matches. That does not mean a network would refuse you.
          </Trans>
        }
        action={
          <LinkButton rank="primary" href="/networks">
            <Trans>See all networks</Trans>
          </LinkButton>
        }
      />
    );
  }

  const weights = weightsOf(items);
  const first = items.slice(0, SIDE_BY_SIDE);
  const count = first.length;

  return (
    <>
      {answer.isPlaceholderData && answer.isPaused ? (
        <p className="findings-old">
          <Trans>These networks belong to your earlier answers. New ones wait for the line.</Trans>
        </p>
      ) : null}
      <p className="vh" role="status">
        <Plural value={total} one="# network fits." other="# networks fit." />
      </p>
      <Figure
        heading={<Plural value={total} one="# network fits" other="# networks fit" />}
        caption={
          <Trans>
            Every reason adds points, and every reason is named. A full segment is the most points
            that any network shown here gets for that reason.
          </Trans>
        }
        view={view}
        onView={onView}
        source={<Trans>Counted from stated facts only, by the same rules for everybody.</Trans>}
        drawing={
          <ol className="findings">
            {items.map((item) => (
              <li key={item.network.slug}>
                <Finding item={item} weights={weights} />
              </li>
            ))}
          </ol>
        }
        table={<FindingsTable items={items} weights={weights} />}
      />
      <Pager shown={items.length} total={total} all={allHref} />
      {count > 1 ? (
        <p className="findings-compare">
          <Link href={compareHref(first.map((item) => item.network.slug))}>
            <Trans>Compare the first {count} side by side</Trans>
          </Link>
        </p>
      ) : null}
      <section className="section prose">
        <h2 className="h3">
          <Trans>What is not considered</Trans>
        </h2>
        <p>
          <Trans>
            The amount of fees, working languages, how active a network is and whether it takes new
            members now: the sources do not state these for every network. Ended networks, and those
            whose stated reach leaves out your country, are not listed.
          </Trans>
        </p>
      </section>
    </>
  );
}
