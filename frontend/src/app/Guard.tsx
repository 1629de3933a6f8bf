import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from "react";
import { type Me, meQuery } from "@/api/me";
import { signedIn } from "@/api/session";
import { useSession } from "@/api/useSession";
import { ErrorState, Skeleton } from "@/ui/States";
import { NoPermission } from "./NoPermission";
import { signInHref } from "./next";

type GuardProps = {
  /** One of these roles has to be held; without them, everybody who is signed in may see it. */
  needs?: Me["grants"][number]["role"][];
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
    const held = me.data.data.must_enrol ? [] : me.data.data.grants.map((grant) => grant.role);
    const may = needs?.some((role) => held.includes(role));
    return may ? children : <NoPermission mustEnrol={me.data.data.must_enrol} />;
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
