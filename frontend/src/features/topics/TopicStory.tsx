import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { components } from "@/api/schema.gen";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { topicHref, topicsById } from "./arrange";
import { schemesQuery } from "./queries";
import { TopicLink } from "./Schemes";
import "./topics.scss";

type Topic = components["schemas"]["TopicOut"];

/** The questions a city can ask itself, in the platform's own words. */
export function GuidingQuestions({ topic }: { topic: Topic }) {
  if (topic.guiding_questions.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>Questions to ask yourself</Trans>
      </h2>
      <ol className="topic-questions">
        {topic.guiding_questions.map((question) => (
          <li key={Object.values(question)[0]}>
            <Text of={question} told />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where the topic stands among the others, and how machines name it. */
export function TopicNeighbours({ topic }: { topic: Topic }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = topic.keywords[language] ?? topic.keywords.en ?? [];
  const wordsLanguage = topic.keywords[language] ? undefined : "en";
  return (
    <dl className="topic-facts">
      <Fact term={t`Scheme`}>
        <Link href={`/topics#${topic.scheme}`}>
          <Text of={topic.scheme_title} />
        </Link>
      </Fact>
      {topic.broader ? (
        <Fact term={t`Part of`}>
          <Named ids={[topic.broader]} />
        </Fact>
      ) : null}
      {topic.narrower.length > 0 ? (
        <Fact term={t`Consists of`}>
          <Named ids={topic.narrower} />
        </Fact>
      ) : null}
      {topic.matches.length > 0 ? (
        <Fact term={t`Closely related`}>
          <Named ids={topic.matches} />
        </Fact>
      ) : null}
      {words.length > 0 ? (
        <Fact term={t`Also searched as`}>
          <span lang={wordsLanguage}>
            {new Intl.ListFormat(language, { type: "unit" }).format(words)}
          </span>
        </Fact>
      ) : null}
      {topic.uris.length > 0 ? (
        <Fact term={t`Names for machines (URI)`}>
          <ul>
            {topic.uris.map((uri) => (
              <li key={uri}>
                <Link href={uri}>{uri}</Link>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      <Fact term={t`As data`}>
        <Link href={`/api/v1/topics/${encodeURIComponent(topic.id)}`}>
          <Trans>This topic as JSON</Trans>
        </Link>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Other topics by their labels; until those are here, by their ids. */
export function Named({ ids }: { ids: string[] }) {
  const schemes = useQuery(schemesQuery());
  const all = topicsById(schemes.data?.items ?? []);
  const titles = new Map(schemes.data?.items.map((scheme) => [scheme.id, scheme.title]));
  return (
    <ul>
      {ids.map((id) => {
        const topic = all.get(id);
        return (
          <li key={id}>
            {topic ? (
              <>
                <TopicLink topic={topic} />{" "}
                <span className="tiny muted">
                  <Text of={titles.get(topic.scheme)} />
                </span>
              </>
            ) : (
              <Link href={topicHref(id)}>{id}</Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
