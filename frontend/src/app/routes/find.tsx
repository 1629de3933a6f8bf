import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { readAsked } from "@/features/networks/finding/asked";
import { FinderForm } from "@/features/networks/finding/FinderForm";
import { Findings } from "@/features/networks/finding/Findings";
import { FIELDS_OF_ACTION, schemesQuery } from "@/features/topics/queries";
import { Page } from "@/ui/Page";
import { stringifySearch, useAddress } from "../address";

export function FindPage() {
  const { t } = useLingui();
  const address = useAddress();
  const schemes = useQuery(schemesQuery());
  const asked = readAsked(address.one, address.many);
  const fields = schemes.data?.items.find((scheme) => scheme.id === FIELDS_OF_ACTION);

  return (
    <Page
      title={t`Find your network`}
      lead={
        <Trans>
          Three questions about your city. Every network we propose comes with its reasons.
        </Trans>
      }
    >
      <FinderForm
        asked={asked}
        topics={schemes.data ? (fields?.topics ?? []) : undefined}
        topicsError={schemes.error}
        onTopicsRetry={() => void schemes.refetch()}
        onAsk={(change) => address.go({ ...change, show: undefined })}
      />
      <div className="section">
        <Findings
          asked={asked}
          all={address.one("show") === "all"}
          allHref={address.href({ show: "all" })}
          view={address.one("view") === "table" ? "table" : "drawing"}
          onView={(view) => address.go({ view: view === "table" ? view : undefined })}
          compareHref={(slugs) => `/networks/compare${stringifySearch({ network: slugs })}`}
        />
      </div>
    </Page>
  );
}
