import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AnalysisView } from "@/features/networks/analysis/AnalysisView";
import { analysisQuery } from "@/features/networks/queries";
import { allOrganisationsQuery } from "@/features/organisations/queries";
import { Page } from "@/ui/Page";
import { ErrorState } from "@/ui/States";
import { useAfterPaint } from "@/ui/useAfterPaint";
import { useAddress } from "../address";

const germanTowns = { country: ["DE"], kind: ["municipality" as const] };

export function AnalysisPage() {
  const { t } = useLingui();
  const address = useAddress();
  const analysis = useQuery(analysisQuery());
  const painted = useAfterPaint(analysis.isSuccess);
  const towns = useQuery({ ...allOrganisationsQuery(germanTowns), enabled: painted });
  const slugs = new Map(towns.data?.map((town) => [town.name, town.slug]));
  const total = analysis.data?.total;
  return (
    <Page
      title={t`What the networks have in common`}
      heading={total ? t`What ${total} networks have in common` : undefined}
      lead={
        <Trans>
          Drawn from the same records as the directory. Each name opens its network; each picture
          opens as a table.
        </Trans>
      }
      up={[{ href: "/networks", label: t`Networks` }]}
    >
      {analysis.isError ? (
        <div className="section">
          <ErrorState error={analysis.error} onRetry={() => void analysis.refetch()} />
        </div>
      ) : (
        <AnalysisView
          analysis={analysis.data}
          tables={address.many("table")}
          onTables={(table) => address.go({ table })}
          townHref={(name) => {
            const slug = slugs.get(name);
            return slug
              ? `/organisations/${slug}`
              : `/networks?municipality=${encodeURIComponent(name)}`;
          }}
          allTowns={address.one("towns") === "all"}
          onAllTowns={(all) => address.go({ towns: all ? "all" : undefined })}
        />
      )}
    </Page>
  );
}
