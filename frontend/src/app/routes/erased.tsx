import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import "@/features/mydata/mydata.scss";

export function ErasedPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Your account is erased`}
      lead={
        <Trans>
          Nothing tells of you any more, only that something was done. You are signed out
          everywhere.
        </Trans>
      }
    >
      <div className="section erased">
        <p>
          <Trans>All data of the networks stays open to read, as for everybody.</Trans>
        </p>
        <div className="button-row">
          <LinkButton href="/networks">
            <Trans>See the networks</Trans>
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
