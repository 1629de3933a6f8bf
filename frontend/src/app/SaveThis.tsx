import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/api/useSession";
import { TextButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { Skeleton } from "@/ui/States";
import { useAddress } from "./address";

const SaveSearch = lazy(async () => ({
  default: (await import("./routes/project-writing")).SaveSearch,
}));

type SaveThisProps = {
  /** The filters as they stand in the address. */
  query: string;
  /** What they are in words. */
  called: string;
};

/** Keeps the search that a list shows; whoever is not signed in is led to do so and comes back. */
export function SaveThis({ query, called }: SaveThisProps) {
  const { t } = useLingui();
  const session = useSession();
  const address = useAddress();
  const [asks, setAsks] = useState(false);
  const [saved, setSaved] = useState<string>();
  if (session !== "in") {
    const signIn = `/sign-in?next=${encodeURIComponent(address.href({}))}`;
    return (
      <p className="save-search no-print">
        <Link href={signIn}>
          <Trans>Sign in to save this search</Trans>
        </Link>
      </p>
    );
  }
  return (
    <div className="save-search no-print">
      <Dialog open={asks} onClose={() => setAsks(false)} title={t`Save this search`}>
        <Suspense fallback={<Skeleton rows={3} />}>
          <SaveSearch
            query={query}
            called={called}
            onDone={() => {
              setAsks(false);
              setSaved(query);
            }}
          />
        </Suspense>
      </Dialog>
      {saved === query ? (
        <Notice live tone="ok" title={t`This search is saved`}>
          <Link href="/me/following">
            <Trans>What you follow</Trans>
          </Link>
        </Notice>
      ) : (
        <TextButton onClick={() => setAsks(true)}>
          <Trans>Save this search</Trans>
        </TextButton>
      )}
    </div>
  );
}
