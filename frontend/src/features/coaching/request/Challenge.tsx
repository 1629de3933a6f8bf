import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type LanguageMap, languageName, pickText } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Served, Text } from "@/ui/Text";
import { Day } from "../Day";
import type { Request } from "../queries";
import { useTopics } from "../topics";
import { useWord } from "../words";

/** What is asked, in the words of whoever asks, and the facts beside it. */
export function Challenge({ of }: { of: Request }) {
  const { t } = useLingui();
  return (
    <section className="section coaching-asked" aria-label={t`What is asked`}>
      <div>
        {of.challenge ? (
          <blockquote className="voice">
            <Quoted of={of.challenge} />
          </blockquote>
        ) : (
          <p className="voice muted">
            <Trans>What it is about is not written yet.</Trans>
          </p>
        )}
        {of.tried ? (
          <p className="small muted">
            <Trans>
              Tried so far: <Text of={of.tried} />
            </Trans>
          </p>
        ) : null}
        {of.wished ? (
          <p className="small muted">
            <Trans>
              Wished for: <Text of={of.wished} />
            </Trans>
          </p>
        ) : null}
        {of.questions.length > 0 ? (
          <ol className="coaching-questions">
            {of.questions.map((question) => (
              <li key={JSON.stringify(question)}>
                <Text of={question} />
              </li>
            ))}
          </ol>
        ) : null}
        {of.outcome ? (
          <p>
            <Trans>
              What came of it: <Text of={of.outcome} told />
            </Trans>
          </p>
        ) : null}
      </div>
      <Facts of={of} />
    </section>
  );
}

/** The words between their marks; in which language they are shown is not theirs and stands behind. */
function Quoted({ of }: { of: LanguageMap }) {
  const reader = useLanguage();
  const picked = pickText(of, reader);
  if (!picked) return null;
  const foreign = picked.language.split("-")[0] !== reader;
  return (
    <>
      <q lang={foreign ? picked.language : undefined}>{picked.text}</q>
      {foreign ? <Served language={picked.language} /> : null}
    </>
  );
}

function Facts({ of }: { of: Request }) {
  const { t } = useLingui();
  const word = useWord();
  const { name } = useTopics();
  const language = useLanguage();
  const facts: { term: string; value: ReactNode }[] = [
    { term: t`Topics`, value: of.topics.map(name).join(", ") },
    {
      term: t`Languages`,
      value: of.languages.map((tag) => languageName(tag, language)).join(", "),
    },
    {
      term: t`Project`,
      value: of.project ? (
        <Link href={`/projects/${of.project.id}`}>
          <Text of={of.project.title} />
        </Link>
      ) : null,
    },
    { term: t`Dates`, value: <Span from={of.window_from} to={of.window_to} /> },
    {
      term: t`Travel`,
      value: of.format === "online" ? t`none, online` : word("travel", of.travel),
    },
    { term: t`Interpreting`, value: of.interpretation ? t`is needed` : null },
    { term: t`Accessibility`, value: of.accessibility ? <Text of={of.accessibility} /> : null },
    { term: t`Urgency`, value: of.urgency === "normal" ? null : word("urgency", of.urgency) },
    {
      term: t`Who may read it`,
      value: word(
        of.sides.includes("requester") ? "confidentiality" : "readers",
        of.confidentiality,
      ),
    },
  ];
  return (
    <dl className="coaching-facts">
      {facts
        .filter(({ value }) => value)
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export function Span({ from, to }: { from: string | null; to: string | null }) {
  if (from && to) {
    return (
      <Trans>
        <Day at={from} /> to <Day at={to} />
      </Trans>
    );
  }
  if (from) {
    return (
      <Trans>
        from <Day at={from} />
      </Trans>
    );
  }
  if (to) {
    return (
      <Trans>
        until <Day at={to} />
      </Trans>
    );
  }
  return <Trans>any time</Trans>;
}
