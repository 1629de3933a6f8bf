import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { Problem } from "@/api/problem";
import { FollowButton } from "@/features/following/FollowButton";
import { EditLink } from "@/features/organisations/editing/EditLink";
import { Aliases, Origin, Place } from "@/features/organisations/profile/Aside";
import { Facts } from "@/features/organisations/profile/Facts";
import { Memberships } from "@/features/organisations/profile/Memberships";
import { NameLine } from "@/features/organisations/profile/NameLine";
import { organisationQuery } from "@/features/organisations/queries";
import { namesInTime } from "@/features/organisations/times";
import { ProjectsOf } from "@/features/projects/ProjectsOf";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { Plate } from "@/ui/Plate";
import { ErrorState, Skeleton } from "@/ui/States";
import "@/features/organisations/organisations.scss";

export function OrganisationPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const { key } = useParams({ from: "/organisations/$key" });
  const answer = useQuery(organisationQuery(key));
  const present = answer.data?.slug;
  const up = [{ href: "/organisations", label: t`Cities and organisations` }];

  // An id or an old slug leads to the present one; the address says so.
  useEffect(() => {
    if (present && present !== key) {
      void navigate({ href: `/organisations/${present}`, replace: true });
    }
  }, [present, key, navigate]);

  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (answer.isError) {
    const gone = answer.error instanceof Problem && answer.error.status === 404;
    return (
      <Page title={gone ? t`This organisation is not in the directory` : t`Organisation`} up={up}>
        <div className="section">
          {gone ? (
            <LinkButton href="/organisations">
              <Trans>See all organisations</Trans>
            </LinkButton>
          ) : (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  const organisation = answer.data;
  const { name, language: served } = organisation.display;
  const lang = served === language ? undefined : served;
  const town = organisation.kind === "municipality";
  const country = organisation.country ? countryName(organisation.country, language) : undefined;
  return (
    <Page
      title={name}
      up={up}
      heading={
        town ? (
          <Plate variant="big" note={country} lang={lang}>
            {name}
          </Plate>
        ) : lang ? (
          <span lang={lang}>{name}</span>
        ) : undefined
      }
      here={lang ? <span lang={lang}>{name}</span> : name}
    >
      <div className="button-row no-print">
        <EditLink slug={organisation.slug} />
        <FollowButton kind="organisation" id={organisation.slug} />
      </div>
      <Facts organisation={organisation} />
      <div className="organisation-columns">
        <div>
          <Memberships slug={organisation.slug} />
          <section className="membership-group">
            <h2 className="h2">
              <Trans>Names</Trans>
            </h2>
            <NameLine names={namesInTime([organisation])} />
          </section>
          <ProjectsOf
            asked={{ organisation: [organisation.slug] }}
            all={`/projects?organisation=${organisation.slug}`}
            none={<Trans>No source names a project that it leads</Trans>}
          />
        </div>
        <aside>
          <Place organisation={organisation} />
          <Aliases organisation={organisation} />
          <Origin organisation={organisation} />
        </aside>
      </div>
    </Page>
  );
}
