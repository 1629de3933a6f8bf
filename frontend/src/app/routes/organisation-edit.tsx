import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EditForm } from "@/features/organisations/editing/EditForm";
import { mayQuery, seenQuery } from "@/features/organisations/editing/queries";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Guard } from "../Guard";

export function OrganisationEditPage() {
  return (
    <Guard>
      <Editing />
    </Guard>
  );
}

function Editing() {
  const { t } = useLingui();
  const { key } = useParams({ from: "/organisations/$key/edit" });
  const [seen, may] = [useQuery(seenQuery(key)), useQuery(mayQuery(key))];
  const error = seen.error ?? may.error;
  if (error) {
    return (
      <Page title={t`Edit organisation`}>
        <div className="section">
          <ErrorState
            error={error}
            onRetry={() => void Promise.all([seen.refetch(), may.refetch()])}
          />
        </div>
      </Page>
    );
  }
  if (!seen.data || !may.data) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  const { slug, display } = seen.data.data;
  const { name } = display;
  const up = [
    { href: "/organisations", label: t`Cities and organisations` },
    { href: `/organisations/${slug}`, label: name },
  ];
  return (
    <Page title={t`Edit ${name}`} here={t`Edit`} up={up}>
      {may.data.may.includes("change") ? (
        <EditForm opened={seen.data} fields={may.data.fields} />
      ) : (
        <div className="section">
          <p>
            <Trans>
              You may not change this organisation. Those who act for it may, and the secretariat.
            </Trans>
          </p>
          <div className="button-row">
            <LinkButton href={`/organisations/${slug}`}>
              <Trans>Back to {name}</Trans>
            </LinkButton>
          </div>
        </div>
      )}
    </Page>
  );
}
