import { Plural, Trans } from "@lingui/react/macro";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Lesson, Project } from "../queries";
import { Sources } from "../Sources";
import { useWord } from "../words";
import { KindMark } from "./KindMark";

/** What others can take from it, in the city's own voice. */
export function Lessons({ project }: { project: Project }) {
  const { lessons } = project;
  const count = lessons.length;
  if (count === 0) {
    return (
      <section className="section">
        <h2 className="h2">
          <Trans>Lessons</Trans>
        </h2>
        <p className="story-gap">
          <NotStated>
            <Trans>No lesson is recorded yet</Trans>
          </NotStated>
        </p>
      </section>
    );
  }
  return (
    <section className="section">
      <h2 className="h2">
        <Plural
          value={count}
          one="# lesson for the next city"
          other="# lessons for the next city"
        />
      </h2>
      <ul className="story-lessons">
        {lessons.map((lesson) => (
          <Told key={lesson.id} lesson={lesson} sourced={project.origin === "public_source"} />
        ))}
      </ul>
    </section>
  );
}

function Told({ lesson, sourced }: { lesson: Lesson; sourced: boolean }) {
  const word = useWord();
  return (
    <li>
      <p className="story-kind">
        {lesson.kind ? (
          <>
            <KindMark kind={lesson.kind} /> {word("lesson_kind", lesson.kind)}
          </>
        ) : (
          <NotStated small>
            <Trans>whether it worked: not stated</Trans>
          </NotStated>
        )}
      </p>
      <p className="voice">
        <Text of={lesson.happened} told />
      </p>
      {sourced ? (
        <p className="small muted">
          <Trans>Summarised from the public sources below</Trans>
        </p>
      ) : null}
      <dl>
        {lesson.context ? (
          <div>
            <dt>
              <Trans>Circumstances</Trans>
            </dt>
            <dd>
              <Text of={lesson.context} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>
            <Trans>Cause</Trans>
          </dt>
          <dd>{lesson.cause ? <Text of={lesson.cause} /> : <NotStated small />}</dd>
        </div>
        <div>
          <dt>
            <Trans>Advice</Trans>
          </dt>
          <dd>{lesson.advice ? <Text of={lesson.advice} /> : <NotStated small />}</dd>
        </div>
      </dl>
      <Sources sources={lesson.evidence ?? []} />
    </li>
  );
}
