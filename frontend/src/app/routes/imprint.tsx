import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";

export function ImprintPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Imprint`} lead={<Trans>Who answers for this site, and for its data.</Trans>}>
      <div className="prose section">
        <h2 className="h2">
          <Trans>Operator</Trans>
        </h2>
        <p>
          <Trans>
            This instance has not named its operator yet. Whoever runs it publicly must state a name
            and an address here.
          </Trans>
        </p>
        <h2 className="h2">
          <Trans>Data and licences</Trans>
        </h2>
        <p>
          <Trans>
            The descriptions of the networks rest on BBSR-Online-Publikation 36/2023 and the public
            pages it cites. They were worded anew and may be reused under CC BY 4.0. See{" "}
            <Link href="/open-data">open data and API</Link>.
          </Trans>
        </p>
        <p>
          <Trans>
            Design system: KERN UX (EUPL 1.2). Typefaces: Fira Sans and Literata (SIL Open Font
            License). Map: Natural Earth (public domain).
          </Trans>
        </p>
        <h2 className="h2">
          <Trans>Your privacy</Trans>
        </h2>
        <p>
          <Trans>
            These pages count no visits and load nothing from third parties. Your choice of language
            and colours is kept on your own device only. Signing in sets one cookie, which keeps you
            signed in and goes when you sign out; reading needs none.
          </Trans>
        </p>
      </div>
    </Page>
  );
}
