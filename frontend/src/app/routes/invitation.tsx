import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Invitation } from "@/features/account/Invitation";
import { Page } from "@/ui/Page";
import { AFTER_SIGN_IN } from "../next";
import "@/features/account/account.scss";

export function InvitationPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const token = useLocation({ select: (location) => location.hash });
  return (
    <Page
      title={t`Your invitation`}
      lead={<Trans>A name, a language and a password: then you are in.</Trans>}
    >
      <Invitation
        key={token}
        token={token}
        onSignedIn={() => void navigate({ href: AFTER_SIGN_IN, replace: true })}
      />
    </Page>
  );
}
