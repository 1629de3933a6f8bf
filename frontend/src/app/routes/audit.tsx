import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { STEP, shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { AuditFilters } from "@/features/records/AuditFilters";
import { AuditTable } from "@/features/records/AuditTable";
import { auditQuery } from "@/features/records/queries";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/Pager";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import "@/ui/directory.scss";
import "@/features/records/records.scss";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function AuditPage() {
  return (
    <Guard needs={STAFF}>
      <Audit />
    </Guard>
  );
}

function Audit() {
  const { t } = useLingui();
  const address = useAddress();
  const day = (name: string) => {
    const value = address.one(name);
    return value && DAY.test(value) ? value : undefined;
  };
  const asked = {
    actor: address.many("actor"),
    verb: address.many("verb"),
    kind: address.many("kind"),
    subject: address.many("subject"),
    since: day("since"),
    until: day("until"),
  };
  const shown = shownOf(address.one("shown"));
  const answer = useQuery(auditQuery(asked, shown));
  const total = answer.data?.total;
  return (
    <Page
      title={t`What was done`}
      lead={<Trans>Every change with its author, the newest first. The record only grows.</Trans>}
    >
      <div className="section records">
        <AuditFilters
          asked={asked}
          onChange={(change) => address.go({ ...change, shown: undefined })}
          without={(name, value) =>
            address.href({ [name]: asked[name].filter((each) => each !== value) })
          }
        />
        <div className="list-head">
          <h2>
            <span role="status">
              {total === undefined ? (
                <Trans>Loading</Trans>
              ) : (
                <Plural value={total} one="# entry" other="# entries" />
              )}
            </span>
          </h2>
        </div>
        {answer.isError ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.isPending ? (
          <Skeleton rows={8} />
        ) : answer.data.items.length === 0 ? (
          <EmptyState
            says={<Trans>Nothing of this kind was done.</Trans>}
            why={<Trans>Take one filter away, or choose other days.</Trans>}
          />
        ) : (
          <>
            <AuditTable
              items={answer.data.items}
              href={(filter) => address.href({ ...filter, shown: undefined })}
            />
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
