import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";

/** 404: nothing stands at this address. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`This page does not exist`}
      lead={
        <Trans>
          The address may be mistyped, or the page has moved. Networks and topics keep their old
          addresses, so a search usually finds them.
        </Trans>
      }
    >
      <div className="button-row section">
        <LinkButton rank="primary" href="/networks">
          <Trans>See all networks</Trans>
        </LinkButton>
        <LinkButton href="/">
          <Trans>Go to the home page</Trans>
        </LinkButton>
      </div>
    </Page>
  );
}
