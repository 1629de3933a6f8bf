import { Trans, useLingui } from "@lingui/react/macro";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { STAFF } from "@/api/useHolds";
import { Board } from "@/features/coaching/steering/Board";
import { DaysForm } from "@/features/coaching/steering/DaysForm";
import { FiguresView } from "@/features/coaching/steering/FiguresView";
import { OfNetwork } from "@/features/coaching/steering/OfNetwork";
import {
  type Days,
  figuresQuery,
  roundQuery,
  weightsQuery,
} from "@/features/coaching/steering/queries";
import { Rounds } from "@/features/coaching/steering/Rounds";
import { RoundView } from "@/features/coaching/steering/RoundView";
import { WeightsForm } from "@/features/coaching/steering/WeightsForm";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { type Address, useAddress } from "../address";
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
  const address = useAddress();
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
            href: withNetwork(`/coaching/${key}`, address),
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
      {of === "weights" || of === "figures" ? (
        <OfNetwork chosen={address.one("network")} onChoose={(network) => address.go({ network })}>
          {(network) =>
            of === "weights" ? (
              <NetworkWeights of={network} />
            ) : (
              <NetworkFigures of={network} address={address} />
            )
          }
        </OfNetwork>
      ) : null}
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

function NetworkWeights({ of }: { of: string }) {
  return (
    <Answered answer={useQuery(weightsQuery(of))}>
      {({ data, tag }) => <WeightsForm key={of} network={of} of={data} tag={tag} />}
    </Answered>
  );
}

/** The network that was chosen stays chosen from one view to the next. */
function withNetwork(path: string, address: Address): string {
  const network = address.one("network");
  return network ? `${path}?network=${encodeURIComponent(network)}` : path;
}

function NetworkFigures({ of, address }: { of: string; address: Address }) {
  const day = (name: "first" | "last") => {
    const told = address.one(name);
    return told && DAY.test(told) ? { [name]: told } : {};
  };
  const days: Days = { ...day("first"), ...day("last") };
  return (
    <>
      <DaysForm
        days={days}
        onDays={({ first, last }) =>
          address.go({ first: first || undefined, last: last || undefined })
        }
      />
      <Answered answer={useQuery(figuresQuery(of, days))}>
        {(figures) => <FiguresView of={figures} />}
      </Answered>
    </>
  );
}
