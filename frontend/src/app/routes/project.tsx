import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy } from "react";
import { Problem } from "@/api/problem";
import { FollowButton } from "@/features/following/FollowButton";
import { FamilySection } from "@/features/projects/copying/FamilySection";
import { projectQuery } from "@/features/projects/queries";
import { Documents, Pictures } from "@/features/projects/story/Attachments";
import { Details, Transferability } from "@/features/projects/story/Details";
import { KeyFacts, Standing } from "@/features/projects/story/Head";
import { Indicators } from "@/features/projects/story/Indicators";
import { Lessons } from "@/features/projects/story/Lessons";
import { Origin } from "@/features/projects/story/Origin";
import { Similar } from "@/features/projects/story/Similar";
import { Telling } from "@/features/projects/story/Telling";
import { useLanguage } from "@/i18n/useLanguage";
import { Button, LinkButton } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { useAfterPaint } from "@/ui/useAfterPaint";
import { useAddress } from "../address";
import { useTopicNames } from "../useTopicNames";
import "@/features/projects/projects.scss";
import "@/features/projects/story/story.scss";

const CopySteps = lazy(async () => ({ default: (await import("./project-writing")).CopySteps }));
const CopyForm = lazy(async () => ({ default: (await import("./project-writing")).CopyForm }));

export function ProjectPage() {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const address = useAddress();
  const { id } = useParams({ from: "/projects/$id" });
  const answer = useQuery(projectQuery(id));
  const topics = useTopicNames(answer.isSuccess);
  const painted = useAfterPaint(answer.isSuccess);
  const up = [{ href: "/projects", label: t`Projects` }];

  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={12} />
      </div>
    );
  }
  if (answer.isError) {
    const gone = answer.error instanceof Problem && [404, 422].includes(answer.error.status);
    return (
      <Page title={gone ? t`This project does not exist, or no longer` : t`Project`} up={up}>
        <div className="section">
          {gone ? (
            <LinkButton href="/projects">
              <Trans>See all projects</Trans>
            </LinkButton>
          ) : (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  const project = answer.data;
  const { title, language: served } = project.display;
  const named = served === language ? title : <span lang={served}>{title}</span>;
  return (
    <Page
      title={text(project.title)}
      heading={named}
      lead={project.summary ? <Text of={project.summary} told /> : undefined}
      up={up}
    >
      <Standing project={project} />
      <p className="follow no-print">
        <FollowButton kind="project" id={id} />
      </p>
      <div className="story-top">
        <Telling project={project} />
        <KeyFacts project={project} topics={topics} />
      </div>
      <Pictures project={project} />
      <Lessons project={project} />
      <Indicators
        project={project}
        view={address.one("view") === "table" ? "table" : "drawing"}
        onView={(view) => address.go({ view: view === "table" ? "table" : undefined })}
      />
      <Transferability project={project} />
      <Details project={project} />
      <Documents project={project} />
      {painted ? (
        <>
          <FamilySection key={id} id={id} Steps={CopySteps} CopyForm={CopyForm} />
          <Similar id={id} />
        </>
      ) : null}
      <Origin project={project} />
      <p className="section no-print">
        <Button onClick={() => window.print()}>
          <Trans>Print this project</Trans>
        </Button>
      </p>
    </Page>
  );
}
