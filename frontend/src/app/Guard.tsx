import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from "react";
import { meQuery, type Role, waits } from "@/api/me";
import { signedIn } from "@/api/session";
import { useSession } from "@/api/useSession";
import { ErrorState, Skeleton } from "@/ui/States";
import { NoPermission } from "./NoPermission";
import { signInHref } from "./next";

type GuardProps = {
  /** One of these roles has to be held; without them, everybody who is signed in may see it. */
  needs?: Role[];
  children: ReactNode;
};

/** Shows its page to whoever is signed in; leads all others to sign in and back. */
export function Guard({ needs, children }: GuardProps) {
  const session = useSession();
  const navigate = useNavigate();
  const href = useLocation({ select: (location) => location.href });
  const [failure, setFailure] = useState<Error>();
  const me = useQuery({ ...meQuery(), enabled: session === "in" && needs !== undefined });

  const ask = useCallback(() => {
    setFailure(undefined);
    signedIn().catch(setFailure);
  }, []);

  useEffect(ask, [ask]);

  // Once only: while the other page is on its way, the address already changes.
  const leave = useEffectEvent(() => void navigate({ href: signInHref(href), replace: true }));

  useEffect(() => {
    if (session === "out") leave();
  }, [session]);

  if (session === "in" && !needs) return children;
  if (session === "in" && me.data) {
    const person = me.data.data;
    const fit = person.grants.map((grant) => grant.role).filter((role) => needs?.includes(role));
    if (fit.some((role) => !waits(person, role))) return children;
    return <NoPermission mustEnrol={fit.length > 0} />;
  }
  const error = failure ?? me.error;
  return (
    <div className="wrap page">
      {error ? (
        <ErrorState error={error} onRetry={failure ? ask : () => void me.refetch()} />
      ) : (
        <Skeleton page rows={6} />
      )}
    </div>
  );
}
