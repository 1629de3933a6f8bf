import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { ErrorState, Skeleton } from "@/ui/States";
import "./projects.scss";
import { ProjectList } from "./directory/ProjectList";
import { type Asked, someProjectsQuery } from "./queries";

type ProjectsOfProps = {
  /** What they have in common. */
  asked: Asked;
  /** The list of all of them. */
  all: string;
  /** What is said where there is none. */
  none: ReactNode;
};

const SHOWN = 5;

/** The projects of a topic, an organisation or a country: how many, the first few, and the way to all. */
export function ProjectsOf({ asked, all, none }: ProjectsOfProps) {
  const answer = useQuery(someProjectsQuery(asked, SHOWN));
  const total = answer.data?.total;
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="h2">
          {total ? (
            <Plural value={total} one="# project" other="# projects" />
          ) : (
            <Trans>Projects</Trans>
          )}
        </h2>
        {total ? (
          <Link href={all}>
            <Trans>Open in the list of projects</Trans>
          </Link>
        ) : null}
      </div>
      {answer.isPending ? (
        <Skeleton rows={4} />
      ) : answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data.total === 0 ? (
        <NotStated>{none}</NotStated>
      ) : (
        <div className="projects-of">
          <ProjectList items={answer.data.items} />
        </div>
      )}
    </section>
  );
}
