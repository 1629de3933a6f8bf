import type { LanguageMap } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Tags } from "@/ui/Badge";
import { Text } from "@/ui/Text";
import { Maturity } from "../Maturity";
import { Plates } from "../Plates";
import type { ProjectItem } from "../queries";
import { Span } from "../Span";
import { Marks, ProjectLink } from "./ProjectList";

type ProjectCardsProps = {
  items: readonly ProjectItem[];
  topics: ReadonlyMap<string, LanguageMap>;
};

/** The same projects to read one by one: with their summary and their topics. */
export function ProjectCards({ items, topics }: ProjectCardsProps) {
  const language = useLanguage();
  return (
    <ul className="project-cards">
      {items.map((item) => {
        const { summary, language: served } = item.display;
        return (
          <li key={item.id}>
            <Plates places={item.places} />
            <h3 className="h3">
              <ProjectLink item={item} />
            </h3>
            <p className="project-facts small">
              <Maturity of={item.maturity} /> <Span start={item.start} end={item.end} />
            </p>
            {summary ? <p lang={served === language ? undefined : served}>{summary}</p> : null}
            <Tags
              items={item.topics.map((topic) => ({
                key: topic,
                content: <Text of={topics.get(topic) ?? { en: topic }} />,
              }))}
            />
            <Marks item={item} />
          </li>
        );
      })}
    </ul>
  );
}
