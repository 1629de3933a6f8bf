import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { meQuery } from "@/api/me";
import { PasswordForm } from "@/features/account/PasswordForm";
import { PersonForm } from "@/features/account/PersonForm";
import { SecondFactor } from "@/features/account/SecondFactor";
import { Sessions } from "@/features/account/Sessions";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Guard } from "../Guard";
import "@/features/account/account.scss";

export function AccountPage() {
  return (
    <Guard>
      <Account />
    </Guard>
  );
}

function Account() {
  const { t } = useLingui();
  const answer = useQuery(meQuery());
  const here = answer.isSuccess;

  // The part that the address names was not there when the page came.
  useEffect(() => {
    if (here && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [here]);

  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (answer.isError) {
    return (
      <Page title={t`Account`}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  const { data: me, tag } = answer.data;
  return (
    <Page title={t`Account`} lead={<Trans>You sign in as {me.email}.</Trans>}>
      <div className="account">
        <Part id="person" title={t`Name and language`}>
          <PersonForm me={me} tag={tag} />
        </Part>
        <Part id="second-factor" title={t`Second factor`}>
          <SecondFactor me={me} />
        </Part>
        <Part id="password" title={t`Password`}>
          <PasswordForm email={me.email} />
        </Part>
        <Part id="sessions" title={t`Where you are signed in`}>
          <Sessions />
        </Part>
      </div>
    </Page>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="account-part" aria-labelledby={`${id}-title`}>
      <h2 className="h2" id={`${id}-title`}>
        {title}
      </h2>
      <div>{children}</div>
    </section>
  );
}
