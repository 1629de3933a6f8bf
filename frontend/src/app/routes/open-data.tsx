import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Calling } from "@/features/opendata/Calling";
import { Downloads } from "@/features/opendata/Downloads";
import { Licence } from "@/features/opendata/Licence";
import { Fields, Operations } from "@/features/opendata/Tables";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import "@/features/opendata/opendata.scss";

const REFUSED = "/api/v1/networks?colour=yellow";

export function OpenDataPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Open data and API`}
      lead={
        <Trans>
          Everything this site says about networks and topics, as files and by API, free of charge.
        </Trans>
      }
    >
      <Part title={t`Downloads`}>
        <Downloads />
      </Part>
      <Part title={t`Licence and attribution`}>
        <Licence />
      </Part>
      <Part title={t`Ask the API`}>
        <Calling />
      </Part>
      <Part title={t`What can be asked`}>
        <Operations />
      </Part>
      <Part title={t`When something is refused`}>
        <div className="prose">
          <p>
            <Trans>
              Every error has the same form (RFC 9457), media type{" "}
              <code>application/problem+json</code>. Unknown parameters are refused, so that a
              typing mistake is not taken for an empty answer: <Link href={REFUSED}>see one</Link>.
            </Trans>
          </p>
        </div>
        <Fields schema="ProblemOut" caption={t`Fields of an error`} />
      </Part>
      <Part title={t`Fields of a network in a list`}>
        <div className="prose">
          <p>
            <Trans>
              A single network has more: its members, its relations, and the 14 fields with their
              sources.
            </Trans>
          </p>
        </div>
        <Fields schema="NetworkItem" caption={t`Fields of a network in a list`} />
      </Part>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section opendata-section">
      <h2 className="h2">{title}</h2>
      {children}
    </section>
  );
}
