import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { signedIn } from "@/api/session";
import { useSession } from "@/api/useSession";
import { OtherWays } from "@/features/account/OtherWays";
import { SignInForm } from "@/features/account/SignInForm";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Skeleton } from "@/ui/States";
import { useInBrowser } from "@/ui/useInBrowser";
import { useAddress } from "../address";
import { ownPath } from "../next";
import "@/features/account/account.scss";

export function SignInPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const session = useSession();
  const inBrowser = useInBrowser();
  const next = useAddress().one("next");

  // Whoever comes here may still be signed in from another day: then nobody has to type anything.
  useEffect(() => void signedIn().catch(() => undefined), []);

  // Once only: while the other page is on its way, the address already changes.
  const goOn = useEffectEvent(() => void navigate({ href: ownPath(next), replace: true }));

  useEffect(() => {
    if (session === "in") goOn();
  }, [session]);

  return (
    <Page
      title={t`Sign in`}
      lead={
        <Trans>For people who work in or with the network. All data can be read without.</Trans>
      }
    >
      <div className="sign-in">
        {/* Never drawn ahead: before its code is here, a form would send the password in the address. */}
        {inBrowser ? (
          <div>
            <SignInForm />
            <OtherWays />
          </div>
        ) : (
          <Skeleton rows={3} />
        )}
        <aside className="sign-in-aside small">
          <h2 className="h3">
            <Trans>No account yet?</Trans>
          </h2>
          <p className="muted">
            <Trans>
              The secretariat makes accounts for the people whom cities and organisations name.
            </Trans>
          </p>
          <h2 className="h3">
            <Trans>Password forgotten?</Trans>
          </h2>
          <p className="muted">
            <Link href="/recovery">
              <Trans>Choose a new one by mail</Trans>
            </Link>
          </p>
        </aside>
      </div>
    </Page>
  );
}
