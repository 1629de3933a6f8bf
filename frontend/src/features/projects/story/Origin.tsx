import { Trans } from "@lingui/react/macro";
import { Tags } from "@/ui/Badge";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Project } from "../queries";
import { Sources } from "../Sources";
import { useWord } from "../words";

/** Where this record comes from, how old it is, and how to have it as data. */
export function Origin({ project }: { project: Project }) {
  const word = useWord();
  const keywords = project.keywords ?? [];
  const sources = project.sources ?? [];
  return (
    <section className="section story-origin">
      <h2 className="h2">
        <Trans>Sources</Trans>
      </h2>
      {sources.length > 0 ? <Sources sources={sources} /> : <NotStated small />}
      {keywords.length > 0 ? (
        <Tags
          items={keywords.map((keyword) => ({
            key: JSON.stringify(keyword),
            content: <Text of={keyword} />,
          }))}
        />
      ) : null}
      <p className="small muted">
        {word("project_origin", project.origin)}.{" "}
        {project.state === "needs_update" ? (
          <>
            <Trans>Nobody has confirmed it for a year.</Trans>{" "}
          </>
        ) : null}
        <Trans>
          Last changed <Instant at={project.updated_at} />.
        </Trans>
      </p>
      <p className="small">
        <Link href={`/api/v1/projects/${project.id}`}>JSON</Link> ·{" "}
        <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>
      </p>
    </section>
  );
}
