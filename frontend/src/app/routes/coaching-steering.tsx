import { Trans, useLingui } from "@lingui/react/macro";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { STAFF } from "@/api/useHolds";
import { Board } from "@/features/coaching/steering/Board";
import { FiguresView } from "@/features/coaching/steering/FiguresView";
import { figuresQuery, roundQuery, weightsQuery } from "@/features/coaching/steering/queries";
import { Rounds } from "@/features/coaching/steering/Rounds";
import { RoundView } from "@/features/coaching/steering/RoundView";
import { WeightsForm } from "@/features/coaching/steering/WeightsForm";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import "@/features/coaching/coaching.scss";

export type SteeringKey = "board" | "rounds" | "weights" | "figures";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where the secretariat runs coaching: what is stuck, rounds, weights, figures. */
export function CoachingSteeringPage({ of, part }: { of: SteeringKey; part: string | undefined }) {
  return (
    <Guard needs={STAFF}>
      <Room of={of} part={part} />
    </Guard>
  );
}

function Room({ of, part }: { of: SteeringKey; part: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const names: Record<SteeringKey, string> = {
    board: t`Board`,
    rounds: t`Matching rounds`,
    weights: t`Weights`,
    figures: t`Figures`,
  };
  const keys = Object.keys(names) as SteeringKey[];
  return (
    <Page
      title={t`Coaching: ${names[of]}`}
      heading={names[of]}
      up={[{ href: "/coaching", label: t`Coaching` }]}
      lead={<Lead of={of} />}
    >
      <div className="coaching-rooms">
        <ViewSwitch
          views={keys.map((key) => ({
            href: `/coaching/${key}`,
            label: names[key],
            current: key === of && !part,
          }))}
        />
      </div>
      {of === "board" ? <Board /> : null}
      {of === "rounds" && !part ? (
        <Rounds onMade={(id) => void navigate({ href: `/coaching/rounds/${id}` })} />
      ) : null}
      {of === "rounds" && part ? <OneRound id={part} /> : null}
      {of === "weights" ? <NetworkWeights /> : null}
      {of === "figures" ? <NetworkFigures /> : null}
    </Page>
  );
}

function Lead({ of }: { of: SteeringKey }) {
  switch (of) {
    case "board":
      return <Trans>Every request that goes on, and what has not moved for two weeks.</Trans>;
    case "rounds":
      return <Trans>Who could coach whom, worked out for all open requests at once.</Trans>;
    case "weights":
      return <Trans>What the points of a match are given for.</Trans>;
    default:
      return <Trans>How coaching goes. Small numbers stay numbers, and no city is named.</Trans>;
  }
}

type AnsweredProps<T> = { answer: UseQueryResult<T>; children: (data: T) => ReactNode };

function Answered<T>({ answer, children }: AnsweredProps<T>) {
  if (answer.isPending) return <Skeleton rows={6} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return children(answer.data);
}

function OneRound({ id }: { id: string }) {
  return (
    <Answered answer={useQuery(roundQuery(id))}>{(seen) => <RoundView seen={seen} />}</Answered>
  );
}

function NetworkWeights() {
  return (
    <Answered answer={useQuery(weightsQuery())}>
      {({ data, tag }) => <WeightsForm of={data} tag={tag} />}
    </Answered>
  );
}

function NetworkFigures() {
  const address = useAddress();
  const day = (name: "first" | "last") => {
    const told = address.one(name);
    return told && DAY.test(told) ? { [name]: told } : {};
  };
  return (
    <Answered answer={useQuery(figuresQuery({ ...day("first"), ...day("last") }))}>
      {(figures) => <FiguresView of={figures} />}
    </Answered>
  );
}
