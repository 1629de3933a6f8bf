import { Trans } from "@lingui/react/macro";
import { useQueries, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Duty } from "@/ui/Duties";
import { Text } from "@/ui/Text";
import {
  type Asked,
  type Duty as Next,
  type Request,
  requestQuery,
  requestsQuery,
} from "../queries";

const LOOKED_AT = 12;
const WAITING: Asked = {
  side: ["requester", "invited", "coach"],
  state: ["proposed", "accepted", "scheduled", "in_progress", "reporting"],
};

/** Invitations wait for an answer, coachings for their time and their reports. */
export function useCoachingDuties(): Duty[] | undefined {
  const list = useQuery(requestsQuery(WAITING, LOOKED_AT));
  const found = useQueries({
    queries: (list.data?.items ?? []).map(({ id }) => requestQuery(id)),
  });
  if (list.isError) return [];
  if (list.isPending || found.some(({ isPending }) => isPending)) return undefined;
  return found.flatMap(({ data }) => (data ? dutiesOf(data.data) : []));
}

function dutiesOf(request: Request): Duty[] {
  return request.next.flatMap((next) => {
    const told = next.is_yours ? tellOf(next, request) : undefined;
    if (!told) return [];
    const by = next.until ? { by: dayOf(next.until) } : {};
    const action = { href: `/coaching/${request.id}`, label: <Trans>Look at it</Trans> };
    return [{ key: `coaching ${request.id} ${next.what}`, ...told, ...by, action }];
  });
}

/** The day of a moment as the reader's own calendar has it, as the page of the request tells it. */
function dayOf(at: string): string {
  const moment = new Date(at);
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** What stands on the desk; the rest is told on the page of the request alone. */
function tellOf({ what }: Next, { title, organisation }: Request): Told | undefined {
  const named = <Text of={title} />;
  const city = <Text of={organisation.label} />;
  if (what === "answer") {
    return {
      title: (
        <Trans>
          Answer {city}: {named}
        </Trans>
      ),
      why: <Trans>You are asked to coach. You can accept, or decline with a reason.</Trans>,
    };
  }
  if (what === "find_time") {
    return {
      title: <Trans>Find a time for {named}</Trans>,
      why: <Trans>Both sides mark when they can.</Trans>,
    };
  }
  if (what === "report") {
    return {
      title: <Trans>Write what came of {named}</Trans>,
      why: <Trans>Each side writes for itself; both are opened together.</Trans>,
    };
  }
  return undefined;
}

type Told = { title: ReactNode; why: ReactNode };
