import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { myProjectsQuery } from "./queries";
import { useWord } from "./words";

const SHOWN = 4;

/** On the desk: the projects of the reader's organisations that changed last, and the way to all. */
export function ProjectsPanel() {
  const word = useWord();
  const mine = useQuery(myProjectsQuery()).data?.items;
  if (!mine) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="h2">
          <Trans>My projects</Trans>
        </h2>
        <Link href="/me/projects">
          {mine.length > 0 ? <Trans>All, and a new one</Trans> : <Trans>Begin one</Trans>}
        </Link>
      </div>
      <ul className="desk-rows">
        {mine.slice(0, SHOWN).map(({ id, title, live_state: live, work_state: work }) => (
          <li key={id}>
            <Link href={`/projects/${id}/desk`}>
              <Text of={title} />
            </Link>
            <span className="muted">{word("state", work ?? live ?? "draft")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
