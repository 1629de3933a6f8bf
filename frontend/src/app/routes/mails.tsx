import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { MailTable } from "@/features/records/MailTable";
import { MAIL_STATES, type MailView, mailsQuery } from "@/features/records/queries";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { Listing } from "../Listing";
import "@/features/records/records.scss";

export function MailsPage() {
  return (
    <Guard needs={STAFF}>
      <Mails />
    </Guard>
  );
}

function Mails() {
  const { t } = useLingui();
  const address = useAddress();
  const names: Record<MailView, string> = {
    dead: t`Given up`,
    waiting: t`Waiting`,
    sent: t`Delivered`,
  };
  const views = Object.keys(MAIL_STATES) as MailView[];
  const view = views.find((each) => each === address.one("state")) ?? "dead";
  const shown = shownOf(address.one("shown"));
  const answer = useQuery(mailsQuery(view, shown));
  return (
    <Page
      title={t`Letters`}
      lead={<Trans>How far each letter has come. What it says is for its reader alone.</Trans>}
    >
      <div className="section records">
        <Listing
          answer={answer}
          count={(total) => <Plural value={total} one="# letter" other="# letters" />}
          aside={
            <ViewSwitch
              views={views.map((each) => ({
                href: address.href({ state: each === "dead" ? undefined : each, shown: undefined }),
                label: names[each],
                current: each === view,
              }))}
            />
          }
          empty={<EmptyState says={<Trans>There is no letter here.</Trans>} />}
        >
          {(items) => <MailTable key={view} items={items} view={view} />}
        </Listing>
      </div>
    </Page>
  );
}
