import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";

/** A page that is for others: who may see it, and whom to ask. */
export function NoPermission({ mustEnrol }: { mustEnrol: boolean }) {
  const { t } = useLingui();
  return (
    <Page
      title={t`This page is not open to you`}
      lead={
        mustEnrol ? (
          <Trans>Your role counts only once your second factor is set up.</Trans>
        ) : (
          <Trans>
            It belongs to a role that your account does not hold. The secretariat gives roles: ask
            there if you need it.
          </Trans>
        )
      }
    >
      <div className="button-row section">
        {mustEnrol ? (
          <LinkButton rank="primary" href="/account#second-factor">
            <Trans>Set up the second factor</Trans>
          </LinkButton>
        ) : null}
        <LinkButton href="/desk">
          <Trans>Go to my desk</Trans>
        </LinkButton>
      </div>
    </Page>
  );
}
