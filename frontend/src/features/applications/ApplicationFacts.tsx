import { Trans, useLingui } from "@lingui/react/macro";
import { countryName, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Instant } from "@/ui/Dates";
import { FactBar } from "@/ui/FactBar";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { NetworkLink } from "./NetworkLink";
import type { Application } from "./queries";
import { useWord } from "./words";

/** One application: who asks, why, and what became of it. */
export function ApplicationFacts({ application }: { application: Application }) {
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  const { organisation, state, reason, decided_at, motivation } = application;
  return (
    <>
      <FactBar
        facts={[
          { term: t`State`, value: word("application_state", state) },
          { term: t`Kind`, value: word("organisation_kind", application.organisation_kind) },
          { term: t`Country`, value: countryName(application.country, language) },
          {
            term: t`Network`,
            value: <NetworkLink network={application.network} />,
          },
          {
            term: t`In the directory`,
            value: organisation ? (
              <Link href={`/organisations/${organisation}`}>
                <Trans>Yes, see its page</Trans>
              </Link>
            ) : (
              <Trans>Not yet</Trans>
            ),
          },
        ]}
      />
      {decided_at ? (
        <div className="application-part">
          <Notice
            tone={state === "admitted" ? "ok" : "info"}
            title={
              <Trans>
                {word("application_state", state)} on <Instant at={decided_at} />
              </Trans>
            }
          >
            {reason}
          </Notice>
        </div>
      ) : null}
      <section className="application-part">
        <h2 className="h3">
          <Trans>Why they want to join</Trans>
        </h2>
        {motivation ? (
          <p className="voice" lang={application.language}>
            {motivation}
          </p>
        ) : (
          <p className="muted">
            <Trans>Erased, because it is kept no longer than it is needed.</Trans>
          </p>
        )}
      </section>
      {application.name ? (
        <p className="application-part">
          <Trans>
            Written by {application.name} (
            <Link href={`mailto:${application.email}`}>{application.email}</Link>) in{" "}
            {languageName(application.language, language)}, on{" "}
            <Instant at={application.created_at} />
          </Trans>
        </p>
      ) : null}
    </>
  );
}
