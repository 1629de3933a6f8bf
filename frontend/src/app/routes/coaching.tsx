import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { leadsQuery } from "@/api/leads";
import { MyCoaching } from "@/features/coaching/mine/MyCoaching";
import { Offers } from "@/features/coaching/offering/Offers";
import { requestQuery } from "@/features/coaching/queries";
import { Asks, RequestView } from "@/features/coaching/request/RequestView";
import { Reference } from "@/features/coaching/request/Summary";
import { Wizard } from "@/features/coaching/writing/Wizard";
import { NoLead } from "@/ui/NoLead";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { useShown } from "../useShown";
import type { SteeringKey } from "./coaching-steering";

const TimesPage = lazy(async () => ({ default: (await import("./coaching-times")).TimesPage }));
const CoachingSteeringPage = lazy(async () => ({
  default: (await import("./coaching-steering")).CoachingSteeringPage,
}));
const STEERING: SteeringKey[] = ["board", "rounds", "weights", "figures"];

/** The pages of coaching share one address: the list, what is offered, a request that is written or read. */
export function CoachingPage() {
  const { key, part } = useParams({ from: "/coaching/{-$key}/{-$part}" });
  return (
    <Guard>
      <Suspense fallback={<Skeleton page rows={6} />}>
        <Room of={key} part={part} />
      </Suspense>
    </Guard>
  );
}

function Room({ of, part }: { of: string | undefined; part: string | undefined }) {
  const steering = STEERING.find((key) => key === of);
  if (of === undefined) return <MinePage />;
  if (of === "offers") return <OffersPage />;
  if (of === "write") return <WritingPage />;
  if (steering) return <CoachingSteeringPage of={steering} part={part} />;
  if (part === "times") return <TimesPage id={of} />;
  return <RequestPage id={of} />;
}

function MinePage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Coaching`}
      up={[{ href: "/desk", label: t`My desk` }]}
      lead={<Trans>Cities ask each other, and those who have done it answer.</Trans>}
    >
      <MyCoaching {...useShown()} />
    </Page>
  );
}

function OffersPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`What we offer and need`}
      up={[{ href: "/coaching", label: t`Coaching` }]}
      lead={<Trans>What your organisations can tell others, and want to learn from them.</Trans>}
    >
      <Offers />
    </Page>
  );
}

/** The request is named beside the path, so that the one that is begun here stays in its form. */
function WritingPage() {
  const { t } = useLingui();
  const { one } = useAddress();
  const [id, step] = [one("id"), one("step")];
  const queries = useQueryClient();
  const leads = useQuery(leadsQuery(queries));
  const seen = useQuery({ ...requestQuery(id ?? ""), enabled: id !== undefined });
  const error = leads.error ?? seen.error;
  const isDraft = !seen.data || seen.data.data.state === "draft";
  const title = isDraft ? t`Ask for coaching` : t`Change the request`;
  return (
    <Page title={title} up={[{ href: "/coaching", label: t`Coaching` }]}>
      {error ? (
        <ErrorState error={error} onRetry={() => void seen.refetch()} />
      ) : leads.isPending || (id && seen.isPending) ? (
        <Skeleton rows={5} />
      ) : leads.data?.length === 0 && !id ? (
        <NoLead />
      ) : (
        <Wizard
          opened={seen.data}
          leads={leads.data ?? []}
          step={step === "2" || step === "3" ? Number(step) : 1}
          hrefOf={(to, made) => `/coaching/write?step=${to}${made ? `&id=${made}` : ""}`}
        />
      )}
    </Page>
  );
}

function RequestPage({ id }: { id: string }) {
  const { t } = useLingui();
  const text = useText();
  const answer = useQuery(requestQuery(id));
  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={6} />
      </div>
    );
  }
  if (answer.isError) {
    return (
      <Page title={t`Coaching`} up={[{ href: "/coaching", label: t`Coaching` }]}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  const { data } = answer.data;
  return (
    <Page
      title={text(data.title)}
      here={<Reference of={data} />}
      above={<Asks of={data} />}
      up={[{ href: "/coaching", label: t`Coaching` }]}
    >
      <RequestView seen={answer.data} />
    </Page>
  );
}
