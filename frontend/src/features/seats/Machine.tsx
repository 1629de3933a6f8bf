import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "@/ui/DataTable";
import { ErrorState, Skeleton } from "@/ui/States";
import { machineQuery, type Step } from "./queries";
import { useWord } from "./words";

/** How seats work: every step, from where to where, who may take it, what has to hold, what follows. */
export function Machine() {
  const { t } = useLingui();
  const word = useWord();
  const answer = useQuery(machineQuery());
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <DataTable
      caption={t`Every step in the life of a seat`}
      columns={[
        { key: "verb", heading: t`Step`, cell: ({ verb }: Step) => word("seat_verb", verb) },
        {
          key: "from",
          heading: t`From`,
          cell: ({ sources }) => sources.map((state) => word("seat_state", state)).join(", "),
        },
        {
          key: "to",
          heading: t`To`,
          cell: ({ verb, target }) => (verb === "close" ? t`closed` : word("seat_state", target)),
        },
        {
          key: "who",
          heading: t`Who may`,
          cell: ({ who }) => who.map((actor) => word("seat_actor", actor)).join(", "),
        },
        {
          key: "guards",
          heading: t`What has to hold`,
          cell: ({ guards, needs_reason }) => {
            const held = guards.map((guard) => word("seat_guard", guard));
            return <Lines of={needs_reason ? [...held, t`A reason is given.`] : held} />;
          },
        },
        {
          key: "effects",
          heading: t`What follows`,
          cell: ({ effects }) => (
            <Lines of={effects.map((effect) => word("seat_effect", effect))} />
          ),
        },
      ]}
      rows={answer.data.items}
      rowKey={(step) => step.verb}
    />
  );
}

function Lines({ of }: { of: readonly string[] }) {
  if (of.length === 0) return "–";
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
