import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { STAFF } from "@/api/useHolds";
import { ApplicationFacts } from "@/features/applications/ApplicationFacts";
import { Decide } from "@/features/applications/DecideForm";
import { applicationQuery } from "@/features/applications/queries";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Guard } from "../Guard";
import "@/features/applications/applications.scss";

export function OneApplicationPage() {
  return (
    <Guard needs={STAFF}>
      <OneApplication />
    </Guard>
  );
}

function OneApplication() {
  const { t } = useLingui();
  const { id } = useParams({ from: "/applications/$id" });
  const answer = useQuery(applicationQuery(id));
  const up = [{ href: "/applications", label: t`Applications` }];
  if (answer.isError) {
    return (
      <Page title={t`Application`} up={up}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  const { data: application, tag } = answer.data;
  return (
    <Page title={application.organisation_name} up={up}>
      <ApplicationFacts application={application} />
      {application.state === "open" ? <Decide application={application} tag={tag} /> : null}
    </Page>
  );
}
