import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Problem } from "@/api/problem";
import { FollowButton } from "@/features/following/FollowButton";
import { ProjectsOf } from "@/features/projects/ProjectsOf";
import type { Asked } from "@/features/projects/queries";
import { NetworksOnTopic } from "@/features/topics/NetworksOnTopic";
import { topicQuery } from "@/features/topics/queries";
import { GuidingQuestions, TopicNeighbours } from "@/features/topics/TopicStory";
import { LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { ErrorState } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { awaited } from "../awaited";

export function TopicPage() {
  const { t } = useLingui();
  const text = useText();
  const { id } = useParams({ from: "/topics/$id" });
  const answer = useQuery(topicQuery(id));
  const up = [{ href: "/topics", label: t`Topics` }];

  if (answer.isPending) return awaited({ up, rows: 8 });
  if (answer.isError) {
    const gone = answer.error instanceof Problem && answer.error.status === 404;
    return (
      <Page title={gone ? t`This topic does not exist` : t`Topic`} up={up}>
        <div className="section">
          {gone ? (
            <LinkButton href="/topics">
              <Trans>See all topics</Trans>
            </LinkButton>
          ) : (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  const topic = answer.data;
  const label = text(topic.label);
  return (
    <Page
      title={topic.notation ? `${topic.notation} ${label}` : label}
      heading={<Text of={topic.label} />}
      lead={topic.definition ? <Text of={topic.definition} told /> : undefined}
      up={up}
    >
      <div className="button-row topic-acts no-print">
        <FollowButton kind="topic" id={topic.id} />
      </div>
      <div className="topic-columns">
        <div>
          <GuidingQuestions topic={topic} />
          <section className="section">
            <NetworksOnTopic topic={topic} />
          </section>
          <ProjectsOf
            {...projectsOn(topic.id)}
            none={<Trans>No project is filed under this topic</Trans>}
          />
        </div>
        <aside>
          <TopicNeighbours topic={topic} />
        </aside>
      </div>
    </Page>
  );
}

/** Goals and points of the Charter are questions of their own in the list of projects. */
function projectsOn(id: string): { asked: Asked; all: string } {
  const [, goal] = /^sdg-(\d+)$/.exec(id) ?? [];
  if (goal) return { asked: { sdg: [Number(goal)] }, all: `/projects?sdg=${goal}` };
  const [, point] = /^charter-([1-4]\.[1-3])$/.exec(id) ?? [];
  if (point) return { asked: { charter_point: [point] }, all: `/projects?charter_point=${point}` };
  return { asked: { topic: [id] }, all: `/projects?topic=${encodeURIComponent(id)}` };
}
