import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ComponentType, Suspense, useState } from "react";
import { useSession } from "@/api/useSession";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { FamilyKey } from "./FamilyLines";
import { FamilyTree } from "./FamilyTree";
import { Ledger } from "./Ledger";
import { copiesQuery, familyQuery, type Replication } from "./queries";
import "./copying.scss";

type FamilySectionProps = {
  id: string;
  /** What only those who act for an organisation need; its code comes to them alone. */
  Steps: ComponentType<{ of: Replication }>;
  CopyForm: ComponentType<{ id: string; onDone: () => void }>;
};

/** What a project stems from and what stems from it, and the way to do it again. */
export function FamilySection({ id, Steps, CopyForm }: FamilySectionProps) {
  const { t } = useLingui();
  const session = useSession();
  const family = useQuery(familyQuery(id, session));
  const copies = useQuery(copiesQuery(id, session));
  const signIn = `/sign-in?next=${encodeURIComponent(`/projects/${id}`)}`;
  const [asks, setAsks] = useState(false);
  const [declared, setDeclared] = useState(false);
  return (
    <section className="section copying">
      <h2 className="h2">
        <Trans>The family of this solution</Trans>
      </h2>
      {family.isPending ? <Skeleton rows={4} /> : null}
      {family.isError ? (
        <ErrorState error={family.error} onRetry={() => void family.refetch()} />
      ) : null}
      {family.data && family.data.edges.length === 0 ? (
        <p className="muted">
          <Trans>No other city is known to have done it again.</Trans>
        </p>
      ) : null}
      {family.data?.edges.length ? (
        <>
          <FamilyTree family={family.data} current={id} />
          <FamilyKey family={family.data} />
          {family.data.is_whole ? null : (
            <p className="muted">
              <Trans>There are more than are shown here.</Trans>
            </p>
          )}
        </>
      ) : null}
      {copies.data?.items.length ? <Ledger rows={copies.data.items} Steps={Steps} /> : null}
      <Dialog open={asks} onClose={() => setAsks(false)} title={t`We are copying this`}>
        <Suspense fallback={<Skeleton rows={3} />}>
          <CopyForm
            id={id}
            onDone={() => {
              setAsks(false);
              setDeclared(true);
            }}
          />
        </Suspense>
      </Dialog>
      {declared ? (
        <Notice live tone="ok" title={t`Your interest is on record`}>
          <Trans>
            The lead of the project gets a letter. Say here, or under{" "}
            <Link href="/me/replications">your copied projects</Link>, how far you have come.
          </Trans>
        </Notice>
      ) : null}
      {session === "in" ? (
        <p className="no-print">
          <Button onClick={() => setAsks(true)}>
            <Trans>We are copying this</Trans>
          </Button>
        </p>
      ) : (
        <p className="no-print">
          <Trans>
            Does your city do this too? <Link href={signIn}>Sign in to say so.</Link>
          </Trans>
        </p>
      )}
    </section>
  );
}
