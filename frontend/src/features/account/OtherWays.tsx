import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { signInByPasskey } from "@/api/session";
import { LinkButton } from "@/ui/Button";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { knowsPasskeys, showPasskey } from "./passkey";
import { askToSignIn, methodsQuery } from "./queries";

/** The ways in beside address and password, as far as this browser and this instance have them. */
export function OtherWays() {
  const hasProvider = useQuery(methodsQuery()).data?.provider === true;
  if (!knowsPasskeys() && !hasProvider) return null;
  return (
    <section className="other-ways" aria-labelledby="other-ways">
      <h2 className="h3" id="other-ways">
        <Trans>Or without typing a password</Trans>
      </h2>
      {knowsPasskeys() ? <ByPasskey /> : null}
      {hasProvider ? (
        <div className="button-row">
          <LinkButton href="/api/v1/auth/oidc">
            <Trans>Sign in with your organisation’s account</Trans>
          </LinkButton>
        </div>
      ) : null}
    </section>
  );
}

function ByPasskey() {
  const [waits, setWaits] = useState(false);
  const [failure, setFailure] = useState<Problem | "no passkey">();

  async function enter() {
    setWaits(true);
    setFailure(undefined);
    try {
      const options = await askToSignIn();
      await signInByPasskey({ credential: await showPasskey(options.public_key) });
    } catch (thrown) {
      if (thrown instanceof DOMException) setFailure("no passkey");
      else if (thrown instanceof Problem) setFailure(thrown);
      else throw thrown;
    } finally {
      setWaits(false);
    }
  }

  return (
    <>
      {failure instanceof Problem ? <Refusal problem={failure} /> : null}
      {failure === "no passkey" ? (
        <Notice live tone="bad" title={<Trans>No passkey was shown.</Trans>}>
          <Trans>
            Your device has none for this site, or you closed its question. Sign in with your
            password; under “Account” you can add a passkey.
          </Trans>
        </Notice>
      ) : null}
      <div className="button-row">
        <WaitingButton rank="secondary" waits={waits} onClick={() => void enter()}>
          <Trans>Sign in with a passkey</Trans>
        </WaitingButton>
      </div>
    </>
  );
}
