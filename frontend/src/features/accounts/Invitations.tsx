import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLabel } from "@/i18n/labels";
import { Instant } from "@/ui/Dates";
import { WaitingButton } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { type Invitation, invitationsQuery, revoke, sendAgain } from "./queries";
import { useOnWords } from "./useOnWords";

/** Invitations that wait: each can be sent again or taken back. */
export function Invitations() {
  const queries = useQueryClient();
  const answer = useQuery(invitationsQuery());
  const onSettled = () => queries.invalidateQueries({ queryKey: ["accounts"] });
  const sending = useMutation({ mutationFn: sendAgain, onSettled });
  const revoking = useMutation({ mutationFn: revoke, onSettled });
  if (answer.isPending) return <Skeleton rows={3} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const failed = sending.error ?? revoking.error;
  return (
    <>
      {failed ? (
        <Notice live tone="bad" title={<Trans>This did not work.</Trans>}>
          {failed.message}
        </Notice>
      ) : null}
      {sending.isSuccess ? (
        <Notice live tone="ok" title={<Trans>The letter goes out again, with a new link.</Trans>} />
      ) : null}
      {revoking.isSuccess ? (
        <Notice live tone="ok" title={<Trans>The invitation is taken back.</Trans>} />
      ) : null}
      {answer.data.items.length === 0 ? (
        <p className="muted">
          <Trans>No invitation is open.</Trans>
        </p>
      ) : (
        <ul className="invitations">
          {answer.data.items.map((invitation) => (
            <Row
              key={invitation.id}
              invitation={invitation}
              sends={sending.isPending && sending.variables === invitation.id}
              revokes={revoking.isPending && revoking.variables === invitation.id}
              onSend={() => {
                revoking.reset();
                sending.mutate(invitation.id);
              }}
              onRevoke={() => {
                sending.reset();
                revoking.mutate(invitation.id);
              }}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type RowProps = {
  invitation: Invitation;
  sends: boolean;
  revokes: boolean;
  onSend: () => void;
  onRevoke: () => void;
};

function Row({ invitation, sends, revokes, onSend, onRevoke }: RowProps) {
  const label = useLabel();
  const on = useOnWords();
  const name = <span className="vh"> {invitation.name}</span>;
  const isOver = Date.parse(invitation.expires_at) < Date.now();
  return (
    <li>
      <div>
        <p>
          <b>{invitation.name}</b>, {invitation.email}
        </p>
        <p className="small muted">
          {label("role", invitation.role)}
          {invitation.on_kind ? ", " : null}
          {invitation.on_kind === "membership" ? (
            <Link href={`/memberships/${invitation.on_id}`}>{on(invitation)}</Link>
          ) : (
            on(invitation)
          )}
          .{" "}
          {isOver ? (
            <Trans>
              The link ended on <Instant at={invitation.expires_at} />.
            </Trans>
          ) : (
            <Trans>
              The link works until <Instant at={invitation.expires_at} />.
            </Trans>
          )}
        </p>
      </div>
      <div className="button-row">
        <WaitingButton rank="secondary" waits={sends} onClick={onSend}>
          <Trans>Send again{name}</Trans>
        </WaitingButton>
        <WaitingButton rank="secondary" waits={revokes} onClick={onRevoke}>
          <Trans>Take back{name}</Trans>
        </WaitingButton>
      </div>
    </li>
  );
}
