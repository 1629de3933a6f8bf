import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { type Me, meQuery } from "@/api/me";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";

type OwnPageProps = {
  title: string;
  lead: (me: Me) => ReactNode;
  /** What is shown of the account, with the tag that a change of it names. */
  children: (me: Me, tag: string) => ReactNode;
};

/** A page about whoever is signed in, in parts that an address can name. */
export function OwnPage({ title, lead, children }: OwnPageProps) {
  const answer = useQuery(meQuery());
  const here = answer.isSuccess;

  // The part that the address names was not there when the page came.
  useEffect(() => {
    if (here && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [here]);

  if (answer.isPending) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (answer.isError) {
    return (
      <Page title={title}>
        <div className="section">
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      </Page>
    );
  }
  const { data: me, tag } = answer.data;
  return (
    <Page title={title} lead={lead(me)}>
      <div className="account">{children(me, tag)}</div>
    </Page>
  );
}
