import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Project } from "../queries";

/** Problem and solution, and why it ended where it did so early. */
export function Telling({ project }: { project: Project }) {
  const { problem, solution, maturity, discontinued_because: because } = project;
  return (
    <div className="story-telling">
      {maturity === "discontinued" ? (
        <Passage title={<Trans>Why it was discontinued</Trans>} of={because} />
      ) : null}
      <Passage title={<Trans>The problem</Trans>} of={problem} />
      <Passage title={<Trans>The solution</Trans>} of={solution} />
    </div>
  );
}

function Passage({ title, of }: { title: ReactNode; of: Project["problem"] }) {
  return (
    <section>
      <h2 className="h3">{title}</h2>
      {of ? (
        <p>
          <Text of={of} told />
        </p>
      ) : (
        <NotStated small />
      )}
    </section>
  );
}
