import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "@/api/me";
import { Problem } from "@/api/problem";
import { Button } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { NewPasskey } from "./NewPasskey";
import { knowsPasskeys } from "./passkey";
import { type PasskeyOut, passkeysQuery, removePasskey } from "./queries";

/** The passkeys of an account: those there are, one more, one less. */
export function Passkeys() {
  const queries = useQueryClient();
  const answer = useQuery(passkeysQuery());
  const [adds, setAdds] = useState(false);
  const [done, setDone] = useState<"added" | "removed">();
  const removing = useMutation({ mutationFn: removePasskey, onSuccess: () => changed("removed") });

  async function changed(what: "added" | "removed") {
    await queries.invalidateQueries({ queryKey: passkeysQuery().queryKey });
    await queries.invalidateQueries({ queryKey: meQuery().queryKey, exact: true });
    setAdds(false);
    setDone(what);
  }

  if (answer.isPending) return <Skeleton rows={2} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const passkeys = answer.data.items;
  return (
    <div className="passkeys">
      <p>
        <Trans>
          A passkey lives in your telephone, your computer or a key on your key ring. You show it
          with a finger, your face or its PIN; it counts as password and second factor in one.
        </Trans>
      </p>
      {done === "added" ? (
        <Notice live tone="ok" title={<Trans>Your passkey is kept.</Trans>}>
          <Trans>You can sign in with it from now on.</Trans>
        </Notice>
      ) : null}
      {done === "removed" ? (
        <Notice live tone="ok" title={<Trans>That passkey counts no more.</Trans>}>
          <Trans>Remove it on the device too, so that it is not offered there any more.</Trans>
        </Notice>
      ) : null}
      {removing.error instanceof Problem ? <Refusal problem={removing.error} /> : null}
      {passkeys.length > 0 ? (
        <ul className="sessions">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              waits={removing.isPending && removing.variables === passkey.id}
              onRemove={() => {
                setDone(undefined);
                removing.mutate(passkey.id);
              }}
            />
          ))}
        </ul>
      ) : null}
      {!knowsPasskeys() ? (
        <p className="muted">
          <Trans>This browser does not know passkeys.</Trans>
        </p>
      ) : adds ? (
        <NewPasskey onAdded={() => changed("added")} onCancel={() => setAdds(false)} />
      ) : (
        <div className="button-row">
          <Button
            onClick={() => {
              setDone(undefined);
              setAdds(true);
            }}
          >
            <Trans>Add a passkey</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

type PasskeyRowProps = { passkey: PasskeyOut; waits: boolean; onRemove: () => void };

function PasskeyRow({ passkey, waits, onRemove }: PasskeyRowProps) {
  const { name, created_at, used_at } = passkey;
  return (
    <li>
      <div>
        <p className="session-name">{name}</p>
        <p className="small muted">
          {used_at ? (
            <Trans>
              Added <Instant at={created_at} />, last used <Instant at={used_at} />
            </Trans>
          ) : (
            <Trans>
              Added <Instant at={created_at} />, not used yet
            </Trans>
          )}
        </p>
      </div>
      <div className="button-row">
        <WaitingButton waits={waits} onClick={onRemove} rank="secondary">
          <Trans>
            Remove<span className="vh"> {name}</span>
          </Trans>
        </WaitingButton>
      </div>
    </li>
  );
}
