import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STEP, shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { ApplicationList } from "@/features/applications/ApplicationList";
import { applicationsQuery, STATES } from "@/features/applications/queries";
import { useWord } from "@/features/applications/words";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Guard } from "../Guard";

export function ApplicationsPage() {
  return (
    <Guard needs={STAFF}>
      <Applications />
    </Guard>
  );
}

function Applications() {
  const { t } = useLingui();
  const word = useWord();
  const address = useAddress();
  const asked = address.one("state");
  const state = STATES.find((each) => each === asked) ?? "open";
  const shown = shownOf(address.one("shown"));
  const answer = useQuery(applicationsQuery(state, shown));
  const total = answer.data?.total;
  return (
    <Page
      title={t`Applications`}
      lead={<Trans>Organisations that ask to belong to a network, the oldest first.</Trans>}
    >
      <div className="section">
        <div className="list-head">
          <h2>
            <span role="status">
              {total === undefined ? (
                <Trans>Loading</Trans>
              ) : (
                <Plural value={total} one="# application" other="# applications" />
              )}
            </span>
          </h2>
          <ViewSwitch
            views={STATES.map((each) => ({
              href: address.href({
                state: each === "open" ? undefined : each,
                shown: undefined,
              }),
              label: word("application_state", each),
              current: each === state,
            }))}
          />
        </div>
        {answer.isError ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.isPending ? (
          <Skeleton rows={6} />
        ) : answer.data.items.length === 0 ? (
          <EmptyState
            says={<Trans>There is no application in this state.</Trans>}
            why={<Trans>A new one comes by letter to the secretariat.</Trans>}
          />
        ) : (
          <>
            <ApplicationList items={answer.data.items} />
            <Pager
              shown={answer.data.items.length}
              total={answer.data.total}
              more={address.href({ shown: String(shown + STEP) })}
            />
          </>
        )}
      </div>
    </Page>
  );
}
