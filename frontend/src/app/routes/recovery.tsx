import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { NewPassword, RecoveryAsk } from "@/features/account/Recovery";
import { Page } from "@/ui/Page";
import "@/features/account/account.scss";

export function RecoveryPage() {
  const { t } = useLingui();
  const token = useLocation({ select: (location) => location.hash });
  return (
    <Page
      title={t`New password`}
      lead={
        token ? (
          <Trans>Choose the password with which you sign in from now on.</Trans>
        ) : (
          <Trans>We send a link to your address. It lets you choose another password.</Trans>
        )
      }
    >
      <div className="letter-part">
        {token ? <NewPassword key={token} token={token} /> : <RecoveryAsk />}
      </div>
    </Page>
  );
}
