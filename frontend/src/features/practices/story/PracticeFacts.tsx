import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type LanguageMap, languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Tags } from "@/ui/Badge";
import { LinkButton } from "@/ui/Button";
import { Instant, PartialDate } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Practice } from "../directory/queries";
import { useWord } from "../words";

type PracticeFactsProps = { practice: Practice; topics: ReadonlyMap<string, LanguageMap> };

/** Where it is, who publishes it and in which languages; what nobody says is said. */
export function PracticeFacts({ practice, topics }: PracticeFactsProps) {
  const { t } = useLingui();
  const reader = useLanguage();
  const { organisation, publisher, year, licence, link, review_on: review } = practice;
  const languages = practice.languages ?? [];
  const filed = practice.topics ?? [];
  return (
    <>
      {link ? (
        <p className="practice-link">
          <LinkButton rank="primary" href={link}>
            <Trans>Open at its source</Trans>
          </LinkButton>
          <span className="small muted">{new URL(link).hostname}</span>
        </p>
      ) : null}
      <dl className="practice-facts">
        <Fact term={t`Published by`}>
          {publisher}
          {publisher && organisation ? <br /> : null}
          {organisation ? (
            <Link href={`/organisations/${organisation.slug}`}>
              <Text of={organisation.label} />
            </Link>
          ) : null}
        </Fact>
        <Fact term={t`Year`}>{year}</Fact>
        <Fact term={t`Languages`}>
          {languages.length > 0
            ? languages.map((tag) => languageName(tag, reader)).join(", ")
            : null}
        </Fact>
        <Fact term={t`Licence`}>{licence}</Fact>
        <Fact term={t`Topics`}>
          {filed.length > 0 ? (
            <Tags
              items={filed.map((topic) => ({
                key: topic,
                content: (
                  <Link href={`/topics/${topic}`}>
                    <Text of={topics.get(topic) ?? { en: topic }} />
                  </Link>
                ),
              }))}
            />
          ) : null}
        </Fact>
        {review ? (
          <Fact term={t`To be looked at again`}>
            <PartialDate value={review} />
          </Fact>
        ) : null}
      </dl>
    </>
  );
}

/** A term with its value; without one, the gap. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children ?? <NotStated small />}</dd>
    </div>
  );
}

/** Where this record comes from, how old it is, and how to have it as data. */
export function PracticeOrigin({ practice }: { practice: Practice }) {
  const word = useWord();
  const { id, origin, provenance } = practice;
  return (
    <section className="section">
      <p className="small muted">
        {word("origin", origin)}. {provenance ? `${word("came_of", provenance.kind)} ` : null}
        <Trans>
          Last changed <Instant at={practice.updated_at} />.
        </Trans>
      </p>
      <p className="small">
        <Link href={`/api/v1/practices/${id}`}>JSON</Link> ·{" "}
        <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
      </p>
    </section>
  );
}
