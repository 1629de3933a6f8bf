import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";

/** A secret that nobody can read again, and the identity that goes with it. */
export function ShownOnce({ client, secret }: { client: string; secret: string }) {
  const [copied, setCopied] = useState<"yes" | "no">();

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  }

  return (
    <Notice live tone="warn" title={<Trans>This secret is shown this once. Keep it now.</Trans>}>
      <dl className="client-secret">
        <div>
          <dt>
            <Trans>Client</Trans>
          </dt>
          <dd>
            <code>{client}</code>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Secret</Trans>
          </dt>
          <dd>
            <code>{secret}</code>
          </dd>
        </div>
      </dl>
      <div className="button-row">
        <Button onClick={() => void copy()}>
          <Trans>Copy the secret</Trans>
        </Button>
      </div>
      <p role="status">
        {copied === "yes" ? <Trans>Copied.</Trans> : null}
        {copied === "no" ? <Trans>Copying is not possible here: mark it and copy it.</Trans> : null}
      </p>
    </Notice>
  );
}
