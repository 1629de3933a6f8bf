import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { shownOf } from "@/api/pages";
import { STAFF } from "@/api/useHolds";
import { AuditFilters } from "@/features/records/AuditFilters";
import { AuditTable } from "@/features/records/AuditTable";
import { auditQuery } from "@/features/records/queries";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/States";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { Listing } from "../Listing";
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
        <Listing
          answer={answer}
          count={(total) => <Plural value={total} one="# entry" other="# entries" />}
          empty={
            <EmptyState
              says={<Trans>Nothing of this kind was done.</Trans>}
              why={<Trans>Take one filter away, or choose other days.</Trans>}
            />
          }
        >
          {(items) =>
            items.length > 0 ? (
              <AuditTable
                items={items}
                href={(filter) => address.href({ ...filter, shown: undefined })}
              />
            ) : null
          }
        </Listing>
      </div>
    </Page>
  );
}
