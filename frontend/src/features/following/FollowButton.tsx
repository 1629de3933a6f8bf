import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useSession } from "@/api/useSession";
import { Button } from "@/ui/Button";
import { type Followed, followsQuery, setFollow, useAfterFollowing } from "./queries";

/** For whoever is signed in: to be told what is new of this, or no longer. `id` is as in its address. */
export function FollowButton({ kind, id }: { kind: Followed; id: string }) {
  const session = useSession();
  const after = useAfterFollowing();
  const follows = useQuery({ ...followsQuery(), enabled: session === "in" });
  const change = useMutation({
    mutationFn: (wanted: boolean) => setFollow(kind, id, wanted),
    onSettled: after,
  });
  if (session !== "in" || !follows.data) return null;
  const known = follows.data.items.some((each) => each.kind === kind && each.id === id);
  const isFollowed = change.isPending ? change.variables : known;
  return (
    <>
      <Button
        aria-pressed={isFollowed}
        aria-disabled={change.isPending}
        onClick={change.isPending ? undefined : () => change.mutate(!known)}
      >
        {isFollowed ? <Trans>You follow this</Trans> : <Trans>Follow</Trans>}
      </Button>
      {change.isError ? (
        <span className="small" role="alert">
          {change.error.message}
        </span>
      ) : null}
    </>
  );
}
