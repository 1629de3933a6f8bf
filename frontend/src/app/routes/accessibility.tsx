import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/Page";

export function AccessibilityPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Accessibility`}
      lead={
        <Trans>
          Everybody who works for a city should be able to use Citypeers, with or without a mouse,
          with or without eyesight.
        </Trans>
      }
    >
      <div className="prose section">
        <h2 className="h2">
          <Trans>What we build to</Trans>
        </h2>
        <p>
          <Trans>
            Citypeers is built to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and
            to the German ordinance BITV 2.0. No independent body has tested it yet.
          </Trans>
        </p>
        <h2 className="h2">
          <Trans>What you can rely on</Trans>
        </h2>
        <ul>
          <li>
            <Trans>Everything works by keyboard. Control K opens the search on every page.</Trans>
          </li>
          <li>
            <Trans>Every picture made from data can be shown as a table.</Trans>
          </li>
          <li>
            <Trans>Nothing is told by colour alone. What is not stated says so in words.</Trans>
          </li>
          <li>
            <Trans>
              Light and dark colours, your system's high contrast, larger text and reduced motion
              are respected.
            </Trans>
          </li>
          <li>
            <Trans>A text in another language than the page is marked as such.</Trans>
          </li>
        </ul>
        <h2 className="h2">
          <Trans>What is not there yet</Trans>
        </h2>
        <ul>
          <li>
            <Trans>There are no versions in sign language or in easy-to-read language.</Trans>
          </li>
          <li>
            <Trans>
              Some descriptions exist in German and English only, also when you read in Spanish or
              Portuguese.
            </Trans>
          </li>
        </ul>
        <h2 className="h2">
          <Trans>Report a barrier</Trans>
        </h2>
        <p>
          <Trans>
            Reports go to the operator of this instance. It has not named its operator yet, so there
            is no address to give here.
          </Trans>
        </p>
      </div>
    </Page>
  );
}
