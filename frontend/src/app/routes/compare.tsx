import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { Comparison } from "@/features/networks/comparison/Comparison";
import { networkQuery } from "@/features/networks/queries";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { stringifySearch, useAddress } from "../address";
import "@/features/networks/comparison/comparison.scss";

const MOST = 4;

export function ComparePage() {
  const { t } = useLingui();
  const address = useAddress();
  const slugs = [...new Set(address.many("network"))].slice(0, MOST);
  const answers = useQueries({ queries: slugs.map(networkQuery) });
  const networks = answers.flatMap((answer) => (answer.data ? [answer.data] : []));
  const failed = answers.find((answer) => answer.isError);
  const waiting = answers.some((answer) => answer.isPending);
  const more = `/networks${stringifySearch({ compare: slugs })}`;
  return (
    <Page
      title={t`Networks compared`}
      heading={
        slugs.length > 0 ? (
          <Plural value={slugs.length} one="# network" other="# networks side by side" />
        ) : undefined
      }
      up={[{ href: "/networks", label: t`Networks` }]}
    >
      {slugs.length > 0 && slugs.length < MOST ? (
        <p className="section-head no-print">
          <LinkButton href={more}>
            <Trans>Add another network</Trans>
          </LinkButton>
        </p>
      ) : null}
      {failed?.error ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : null}
      {slugs.length === 0 ? (
        <div className="section">
          <EmptyState
            says={<Trans>Nothing is chosen yet.</Trans>}
            why={<Trans>Choose up to four networks in the directory.</Trans>}
            action={
              <LinkButton href="/networks">
                <Trans>Go to the directory</Trans>
              </LinkButton>
            }
          />
        </div>
      ) : waiting ? (
        <Skeleton rows={12} />
      ) : (
        <Comparison
          networks={networks}
          without={(slug) => address.href({ network: slugs.filter((other) => other !== slug) })}
        />
      )}
    </Page>
  );
}
