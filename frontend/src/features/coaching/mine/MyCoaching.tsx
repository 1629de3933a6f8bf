import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import type { Extent } from "@/api/pages";
import { LinkButton } from "@/ui/Button";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { ZoneOfDays } from "../Day";
import { type Asked, requestsQuery, type Side } from "../queries";
import { RequestRows } from "./RequestRows";
import "../coaching.scss";

/** How many are shown, and where more are. */

const OWN: Side[] = ["requester", "invited", "coach"];

/** What waits for an answer first, then what the reader asks, coaches, and what all may read. */
export function MyCoaching({ shown, more }: Extent) {
  const begin = (
    <LinkButton rank="primary" href="/coaching/write">
      <Trans>Ask for coaching</Trans>
    </LinkButton>
  );
  return (
    <>
      <div className="button-row coaching-begin">
        {begin}
        <LinkButton href="/coaching/offers">
          <Trans>What we offer and need</Trans>
        </LinkButton>
      </div>
      <Part asked={{ side: ["invited"] }} title={<Trans>Waits for your answer</Trans>} />
      <Part
        asked={{ side: ["requester"] }}
        title={<Trans>What we ask</Trans>}
        empty={
          <EmptyState
            says={<Trans>You have asked for nothing yet.</Trans>}
            why={
              <Trans>A title is enough to begin. Nobody else sees it until you submit it.</Trans>
            }
          />
        }
      />
      <Part asked={{ side: ["coach"] }} title={<Trans>Where we coach</Trans>} />
      <Others shown={shown} more={more} />
      <ZoneOfDays />
    </>
  );
}

const FEW = 20;

type PartProps = { asked: Asked; title: ReactNode; empty?: ReactNode };

/** One list; without anything in it, nothing, or what is said instead. */
function Part({ asked, title, empty }: PartProps) {
  const id = useId();
  const answer = useQuery(requestsQuery(asked, FEW));
  if (answer.isPending) return empty ? <Skeleton rows={3} /> : null;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items } = answer.data;
  if (items.length === 0 && !empty) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="h2" id={id}>
        {title}
      </h2>
      {items.length > 0 ? <RequestRows rows={items} /> : empty}
    </section>
  );
}

/** What is shared with everybody, and for the secretariat all there is. */
function Others({ shown, more }: Extent) {
  const answer = useQuery(requestsQuery({}, shown));
  const items = answer.data?.items ?? [];
  const others = items.filter(({ sides }) => !sides.some((side) => OWN.includes(side)));
  if (others.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h2">
        <Trans>What others ask</Trans>
      </h2>
      <RequestRows rows={others} />
      <Pager shown={items.length} total={answer.data?.total ?? 0} more={more} />
    </section>
  );
}
