import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import type { LanguageMap } from "@/i18n/text";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import { Maturity } from "../Maturity";
import { Plates } from "../Plates";
import type { Project } from "../queries";
import { Span } from "../Span";
import { Money } from "./Money";

/** Where it is and how far: above the title. */
export function Standing({ project }: { project: Project }) {
  return (
    <div className="story-standing">
      <Plates places={project.places} />
      <Maturity of={project.maturity} />
    </div>
  );
}

type KeyFactsProps = { project: Project; topics: ReadonlyMap<string, LanguageMap> };

/** Who, where, when and for how much; what nobody says is said. */
export function KeyFacts({ project, topics }: KeyFactsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { organisation, country, start, end } = project;
  return (
    <dl className="story-facts">
      <Fact term={t`Led by`}>
        <Link href={`/organisations/${organisation.slug}`}>
          <Text of={organisation.label} />
        </Link>
      </Fact>
      <Fact term={t`Country`}>
        {country ? (
          <Link href={`/countries/${country}`}>{countryName(country, language)}</Link>
        ) : null}
      </Fact>
      <Fact term={t`Time`}>{start || end ? <Span start={start} end={end} /> : null}</Fact>
      <Fact term={t`Budget`}>
        {project.budget ? <Money budget={project.budget} band={project.budget_band} /> : null}
      </Fact>
      <Fact term={t`Funding`}>
        <Listed
          items={project.funding_sources.map((source) => ({
            key: JSON.stringify(source),
            content: <Text of={source} />,
          }))}
        />
      </Fact>
      <Fact term={t`Topics`}>
        <Listed
          items={project.topics.map((topic) => ({
            key: topic,
            content: (
              <Link href={`/topics/${topic}`}>
                <Text of={topics.get(topic) ?? { en: topic }} />
              </Link>
            ),
          }))}
        />
      </Fact>
      <Fact term={t`Development goals`}>
        <Listed
          items={project.sdgs.map((goal) => ({
            key: String(goal),
            content: (
              <Link href={`/topics/sdg-${goal}`}>
                {goal} <Text of={topics.get(`sdg-${goal}`)} />
              </Link>
            ),
          }))}
        />
      </Fact>
      {project.charter_points.length > 0 ? (
        <Fact term={t`Points of the Smart City Charter`}>
          <Listed
            items={project.charter_points.map((point) => ({
              key: point,
              content: (
                <Link href={`/topics/charter-${point}`}>
                  {point} <Text of={topics.get(`charter-${point}`)} />
                </Link>
              ),
            }))}
          />
        </Fact>
      ) : null}
      {project.replicated ? (
        <Fact term={t`Done again`}>
          <Trans>by another city</Trans>
        </Fact>
      ) : null}
    </dl>
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

/** Values with commas between; without any, the gap. */
function Listed({ items }: { items: { key: string; content: ReactNode }[] }) {
  if (items.length === 0) return <NotStated small />;
  return items.map(({ key, content }, index) => (
    <Fragment key={key}>
      {index > 0 ? ", " : null}
      {content}
    </Fragment>
  ));
}
