import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ConfirmApplication } from "@/features/applications/ConfirmApplication";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { EmptyState, Skeleton } from "@/ui/States";
import { useInBrowser } from "@/ui/useInBrowser";

/** Where the letter of an application leads; its token stands behind the #, which no server sees. */
export function ApplicationPage() {
  const { t } = useLingui();
  const inBrowser = useInBrowser();
  return (
    <Page
      title={t`Confirm your application`}
      lead={<Trans>One press, and the secretariat gets it.</Trans>}
    >
      <div className="section">{inBrowser ? <Confirming /> : <Skeleton rows={2} />}</div>
    </Page>
  );
}

function Confirming() {
  const [token] = useState(() => location.hash.slice(1));
  if (token) return <ConfirmApplication token={token} />;
  return (
    <EmptyState
      says={<Trans>This page belongs to a link in a letter.</Trans>}
      why={<Trans>Open the link as a whole, or copy all of it into the address line.</Trans>}
      action={
        <LinkButton href="/networks">
          <Trans>See all networks</Trans>
        </LinkButton>
      }
    />
  );
}
