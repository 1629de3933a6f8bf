import { Trans, useLingui } from "@lingui/react/macro";
import { Passkeys } from "@/features/account/Passkeys";
import { PasswordForm } from "@/features/account/PasswordForm";
import { PersonForm } from "@/features/account/PersonForm";
import { SecondFactor } from "@/features/account/SecondFactor";
import { Sessions } from "@/features/account/Sessions";
import { Guard } from "../Guard";
import { OwnPage } from "../OwnPage";
import { Part } from "../Part";

export function AccountPage() {
  return (
    <Guard>
      <Account />
    </Guard>
  );
}

function Account() {
  const { t } = useLingui();
  return (
    <OwnPage title={t`Account`} lead={(me) => <Trans>You sign in as {me.email}.</Trans>}>
      {(me, tag) => (
        <>
          <Part id="person" title={t`Name and language`}>
            <PersonForm me={me} tag={tag} />
          </Part>
          <Part id="second-factor" title={t`Second factor`}>
            <SecondFactor me={me} />
          </Part>
          <Part id="passkeys" title={t`Passkeys`}>
            <Passkeys />
          </Part>
          <Part id="password" title={t`Password`}>
            <PasswordForm email={me.email} />
          </Part>
          <Part id="sessions" title={t`Where you are signed in`}>
            <Sessions />
          </Part>
        </>
      )}
    </OwnPage>
  );
}
