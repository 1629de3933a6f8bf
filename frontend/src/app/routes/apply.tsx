import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ApplyForm } from "@/features/applications/ApplyForm";
import { networkQuery } from "@/features/networks/queries";
import { LinkButton } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { useInBrowser } from "@/ui/useInBrowser";
import "@/features/applications/applications.scss";

export function ApplyPage() {
  const { t } = useLingui();
  const text = useText();
  const { slug } = useParams({ from: "/networks/$slug/apply" });
  const inBrowser = useInBrowser();
  const network = useQuery(networkQuery(slug));
  const [sentTo, setSentTo] = useState<string>();
  const networks = [{ href: "/networks", label: t`Networks` }];
  if (network.isError) {
    return (
      <Page title={t`Apply to join`} up={networks}>
        <div className="section">
          <ErrorState error={network.error} onRetry={() => void network.refetch()} />
        </div>
      </Page>
    );
  }
  if (network.isPending || !inBrowser) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  const name = text(network.data.label);
  return (
    <Page
      title={t`Apply to join ${name}`}
      here={t`Apply to join`}
      up={[...networks, { href: `/networks/${slug}`, label: <Text of={network.data.label} /> }]}
      lead={<Trans>The secretariat reads every application and answers by letter.</Trans>}
    >
      <div className="section">
        {sentTo ? (
          <>
            <Notice live tone="ok" title={<Trans>Look into your mailbox.</Trans>}>
              <Trans>
                We have sent a link to {sentTo}. Your application is sent off once you open it and
                confirm; without that it lapses.
              </Trans>
            </Notice>
            <div className="button-row application-part">
              <LinkButton href={`/networks/${slug}`}>
                <Trans>Back to the network</Trans>
              </LinkButton>
            </div>
          </>
        ) : (
          <ApplyForm network={slug} onSent={setSentTo} />
        )}
      </div>
    </Page>
  );
}
