import { Trans } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { Maturity } from "../Maturity";
import { Plates } from "../Plates";
import type { ProjectItem } from "../queries";
import { Span } from "../Span";

/** Rows under a rule: place, title, who leads it; how far, from when, whether lessons are there. */
export function ProjectList({ items }: { items: readonly ProjectItem[] }) {
  return (
    <ul className="project-rows">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <h3 className="h3">
              <ProjectLink item={item} />
            </h3>
            <p className="small muted">
              <Text of={item.organisation.label} />
            </p>
          </div>
          <Plates places={item.places} />
          <div className="project-facts">
            <p>
              <Maturity of={item.maturity} />
            </p>
            <p className="small">
              <Span start={item.start} end={item.end} />
            </p>
            <Marks item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The title in the language it is served in, as a link to the story. */
export function ProjectLink({ item }: { item: ProjectItem }) {
  const language = useLanguage();
  const { title, language: served } = item.display;
  return (
    <Link href={`/projects/${item.id}`} lang={served === language ? undefined : served}>
      {title}
    </Link>
  );
}

/** What others can take from it. */
export function Marks({ item }: { item: ProjectItem }) {
  if (!item.has_lessons && !item.replicated) return null;
  return (
    <p className="small muted">
      {item.has_lessons ? <Trans>With lessons</Trans> : null}
      {item.has_lessons && item.replicated ? " · " : null}
      {item.replicated ? <Trans>Done again elsewhere</Trans> : null}
    </p>
  );
}
