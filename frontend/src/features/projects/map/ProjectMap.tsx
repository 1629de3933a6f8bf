import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { ErrorState, Skeleton } from "@/ui/States";
import { type Asked, mapQuery } from "../queries";
import { PlaceTable } from "./PlaceTable";
import { placesOf } from "./places";

const ClusterMap = lazy(async () => ({ default: (await import("./ClusterMap")).ClusterMap }));

type ProjectMapProps = {
  asked: Asked;
  at: string | undefined;
  look: (at: string | undefined) => string;
  row: (key: string) => string;
  /** The address of the list of a place's projects. */
  list: (value: string) => string;
  /** The place whose row is marked. */
  marked: string;
};

/** Where the projects found are: on the map, and in the table that follows it. */
export function ProjectMap({ asked, at, look, row, list, marked }: ProjectMapProps) {
  const { t } = useLingui();
  const answer = useQuery(mapQuery(asked));
  if (answer.isPending) return <Skeleton rows={12} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { mapped, unplaced, places: spots } = answer.data;
  const places = placesOf(answer.data.items);
  return (
    <div className="project-map">
      {spots > 0 ? (
        <Suspense fallback={<div className="map-room" />}>
          <ClusterMap
            asked={asked}
            places={places}
            at={at}
            look={look}
            row={row}
            list={list}
            label={t`Map (projects: ${mapped}, places: ${spots}); the table of all places follows`}
          />
        </Suspense>
      ) : null}
      {unplaced > 0 ? (
        <p className="small muted">
          <Plural
            value={unplaced}
            one="# project is not on the map: its place is not stated."
            other="# projects are not on the map: their place is not stated."
          />
        </p>
      ) : null}
      {spots > 0 ? (
        <PlaceTable places={places} list={list} marked={marked} />
      ) : (
        <p>
          <Trans>No place is stated for any of these projects.</Trans>
        </p>
      )}
    </div>
  );
}
