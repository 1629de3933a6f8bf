import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STEP, shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { MailTable } from "@/features/records/MailTable";
import { MAIL_STATES, type MailView, mailsQuery } from "@/features/records/queries";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { useAddress } from "../address";
import { Guard } from "../Guard";
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
  const total = answer.data?.total;
  return (
    <Page
      title={t`Letters`}
      lead={<Trans>How far each letter has come. What it says is for its reader alone.</Trans>}
    >
      <div className="section records">
        <div className="list-head">
          <h2>
            <span role="status">
              {total === undefined ? (
                <Trans>Loading</Trans>
              ) : (
                <Plural value={total} one="# letter" other="# letters" />
              )}
            </span>
          </h2>
          <ViewSwitch
            views={views.map((each) => ({
              href: address.href({ state: each === "dead" ? undefined : each, shown: undefined }),
              label: names[each],
              current: each === view,
            }))}
          />
        </div>
        {answer.isError ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.isPending ? (
          <Skeleton rows={6} />
        ) : (
          <>
            <MailTable key={view} items={answer.data.items} view={view} />
            {answer.data.items.length === 0 ? (
              <EmptyState says={<Trans>There is no letter here.</Trans>} />
            ) : null}
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
