import { Trans, useLingui } from "@lingui/react/macro";
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
          cell: ({ guards, needs_reason }) => (
            <ul>
              {guards.map((guard) => (
                <li key={guard}>{word("seat_guard", guard)}</li>
              ))}
              {needs_reason ? (
                <li>
                  <Trans>A reason is given.</Trans>
                </li>
              ) : null}
            </ul>
          ),
        },
        {
          key: "effects",
          heading: t`What follows`,
          cell: ({ effects }) => (
            <ul>
              {effects.map((effect) => (
                <li key={effect}>{word("seat_effect", effect)}</li>
              ))}
            </ul>
          ),
        },
      ]}
      rows={answer.data.items}
      rowKey={(step) => step.verb}
    />
  );
}
