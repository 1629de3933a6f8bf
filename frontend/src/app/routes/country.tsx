import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Problem } from "@/api/problem";
import { Cities, Networks, Others } from "@/features/organisations/countries/CountryStory";
import { Ministries } from "@/features/organisations/countries/Ministries";
import { countryQuery } from "@/features/organisations/queries";
import { ProjectsOf } from "@/features/projects/ProjectsOf";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { FactBar } from "@/ui/FactBar";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import "@/features/organisations/organisations.scss";

export function CountryPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const { code } = useParams({ from: "/countries/$code" });
  const answer = useQuery(countryQuery(code.toUpperCase()));
  const up = [
    { href: "/organisations", label: t`Cities and organisations` },
    { href: "/countries", label: t`Countries` },
  ];
  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (answer.isError) {
    const unknown = answer.error instanceof Problem && [404, 422].includes(answer.error.status);
    return (
      <Page title={unknown ? t`This country is not in the directory` : t`Country`} up={up}>
        <div className="section">
          {unknown ? (
            <LinkButton href="/countries">
              <Trans>See all countries</Trans>
            </LinkButton>
          ) : (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  const country = answer.data;
  const number = new Intl.NumberFormat(language);
  return (
    <Page title={countryName(country.code, language)} up={up}>
      <FactBar
        facts={[
          {
            term: t`Organisations`,
            value: (
              <Link href={`/organisations?country=${country.code}`}>
                {number.format(country.organisations)}
              </Link>
            ),
          },
          { term: t`Cities`, value: number.format(country.cities.length) },
          {
            term: t`Networks they belong to today`,
            value: number.format(country.networks),
          },
        ]}
      />
      <Part title={<Trans>The ministry in charge</Trans>}>
        <Ministries ministries={country.ministries} />
      </Part>
      <Part title={<Trans>Cities</Trans>}>
        <Cities country={country} />
      </Part>
      {country.others.length > 0 ? (
        <Part title={<Trans>Other organisations</Trans>}>
          <Others others={country.others} />
        </Part>
      ) : null}
      <ProjectsOf
        asked={{ country: [country.code] }}
        all={`/projects?country=${country.code}`}
        none={<Trans>No source names a project here</Trans>}
      />
      <Part title={<Trans>Networks</Trans>}>
        {country.memberships.length > 0 ? (
          <Networks memberships={country.memberships} />
        ) : (
          <EmptyState
            says={<Trans>No source names a network to which anyone here belongs today.</Trans>}
          />
        )}
      </Part>
    </Page>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <h2 className="h2">{title}</h2>
      <div className="section-body">{children}</div>
    </section>
  );
}
