import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { languages } from "@/i18n/language";
import { TextButton } from "@/ui/Button";
import { Link } from "@/ui/Link";
import { useInBrowser } from "@/ui/useInBrowser";
import { examples } from "./examples";
import { CONTRACT } from "./queries";

/** How to ask, in three calls that can be pasted. */
export function Calling() {
  const { t, i18n } = useLingui();
  const says = {
    filter: t`Five networks on energy that name members in Germany`,
    language: t`One network, with its texts in Portuguese`,
    file: t`All networks as a file`,
  };
  const codes = new Intl.ListFormat(i18n.locale).format(Object.keys(languages));
  // Drawn ahead, the page does not know where it will be read.
  const origin = useInBrowser() ? location.origin : "";
  return (
    <>
      <div className="prose">
        <p>
          <Trans>
            No key, no account: every public page of this site is drawn from the same API. Filters
            may be repeated, lists are read page by page with <code>limit</code> and{" "}
            <code>cursor</code>.
          </Trans>
        </p>
      </div>
      <ol className="opendata-calls">
        {examples(origin).map(({ key, call }) => (
          <li key={key}>
            <h3 className="h3">{says[key]}</h3>
            <Call call={call} />
          </li>
        ))}
      </ol>
      <div className="prose">
        <p>
          <Trans>
            <b>Languages.</b> The header <code>Accept-Language</code> takes {codes}. It chooses the
            language of messages and of the block <code>display</code>; all languages of a text are
            always sent along.
          </Trans>
        </p>
        <p>
          <Trans>
            <b>Contract.</b> Everything the API does is written down in{" "}
            <Link href={CONTRACT}>openapi.json</Link> (OpenAPI 3.1). A longer guide is in the{" "}
            <Link href="/docs" target="_self">
              documentation
            </Link>
            .
          </Trans>
        </p>
      </div>
    </>
  );
}

function Call({ call }: { call: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <pre className="opendata-code" lang="en">
        <code>{call}</code>
      </pre>
      <TextButton
        onClick={() => {
          void navigator.clipboard?.writeText(call).then(() => setCopied(true));
        }}
      >
        <Trans>Copy this call</Trans>
      </TextButton>
      <span role="status" className="small muted">
        {" "}
        {copied ? <Trans>Copied.</Trans> : null}
      </span>
    </>
  );
}
