import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CountryTable } from "@/features/organisations/countries/CountryTable";
import { countriesQuery } from "@/features/organisations/queries";
import { Page } from "@/ui/Page";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import "@/features/organisations/organisations.scss";

export function CountriesPage() {
  const { t } = useLingui();
  const answer = useQuery(countriesQuery());
  const total = answer.data?.total;
  return (
    <Page
      title={t`Countries`}
      heading={total ? <Plural value={total} one="# country" other="# countries" /> : undefined}
      here={t`Countries`}
      up={[{ href: "/organisations", label: t`Cities and organisations` }]}
      lead={
        <Trans>
          Each with its ministry, its cities and the networks they belong to. The order is that of
          the alphabet and no ranking.
        </Trans>
      }
    >
      <div className="section-near">
        {answer.isPending ? <Skeleton rows={12} /> : null}
        {answer.isError ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : null}
        {total === 0 ? <EmptyState says={<Trans>No country is recorded yet.</Trans>} /> : null}
        {total ? <CountryTable countries={answer.data?.items ?? []} /> : null}
      </div>
    </Page>
  );
}
