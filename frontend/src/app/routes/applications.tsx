import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { ApplicationList } from "@/features/applications/ApplicationList";
import { applicationsQuery, STATES } from "@/features/applications/queries";
import { useWord } from "@/features/applications/words";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { Listing } from "../Listing";

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
  return (
    <Page
      title={t`Applications`}
      lead={<Trans>Organisations that ask to belong to a network, the oldest first.</Trans>}
    >
      <div className="section">
        <Listing
          answer={answer}
          count={(total) => <Plural value={total} one="# application" other="# applications" />}
          aside={
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
          }
          empty={
            <EmptyState
              says={<Trans>There is no application in this state.</Trans>}
              why={<Trans>A new one comes by letter to the secretariat.</Trans>}
            />
          }
        >
          {(items) => (items.length > 0 ? <ApplicationList items={items} /> : null)}
        </Listing>
      </div>
    </Page>
  );
}
