import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "@/api/session";
import { Archives } from "@/features/mydata/Archives";
import { Contacts } from "@/features/mydata/Contacts";
import { Erasure } from "@/features/mydata/Erasure";
import { Kept } from "@/features/mydata/Kept";
import { Guard } from "../Guard";
import { OwnPage } from "../OwnPage";
import { Part } from "../Part";
import "@/features/mydata/mydata.scss";

export function MyDataPage() {
  return (
    <Guard>
      <MyData />
    </Guard>
  );
}

function MyData() {
  const { t } = useLingui();
  const navigate = useNavigate();

  // Away from here first: without a session this page leads to signing in.
  async function leave() {
    await navigate({ href: "/erased", replace: true });
    await signOut().catch(() => undefined);
  }

  return (
    <OwnPage
      title={t`My data`}
      lead={() => <Trans>What others see of you, what we keep of you, and how to end both.</Trans>}
    >
      {(me) => (
        <>
          <Part id="contacts" title={t`What others see`}>
            <Contacts me={me} />
          </Part>
          <Part id="kept" title={t`What is kept`}>
            <Kept />
          </Part>
          <Part id="archives" title={t`Take it along`}>
            <Archives />
          </Part>
          <Part id="erasure" title={t`Have it erased`}>
            <Erasure email={me.email} onErased={leave} />
          </Part>
        </>
      )}
    </OwnPage>
  );
}
