import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLabel } from "@/i18n/labels";
import { PartialDate } from "@/ui/Dates";
import { WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { type Account, endRole, type HeldGrant } from "./queries";
import { useOnWords } from "./useOnWords";

type RolesHeldProps = { account: Account; onDone: () => void };

/** The roles somebody holds, on what and since when; each can be ended. */
export function RolesHeld({ account, onDone }: RolesHeldProps) {
  const label = useLabel();
  const on = useOnWords();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: (grant: string) => endRole(account.id, grant),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ["accounts"] }),
  });
  if (account.grants.length === 0) {
    return (
      <p className="muted">
        <Trans>No role is held.</Trans>
      </p>
    );
  }
  return (
    <>
      {ending.isError ? (
        <Notice live tone="bad" title={<Trans>The role could not be ended.</Trans>}>
          {ending.error.message}
        </Notice>
      ) : null}
      <ul className="roles-held">
        {account.grants.map((grant) => (
          <li key={grant.id}>
            <span>
              <b>{label("role", grant.role)}</b>
              {grant.on_kind ? <>, {on(grant)}</> : null}
              <br />
              <span className="muted">
                <Term grant={grant} />
              </span>
            </span>
            {account.may.includes("grant") ? (
              <span>
                <WaitingButton
                  rank="secondary"
                  waits={ending.isPending && ending.variables === grant.id}
                  onClick={() => ending.mutate(grant.id)}
                >
                  <Trans>
                    End<span className="vh"> {label("role", grant.role)}</span>
                  </Trans>
                </WaitingButton>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Term({ grant }: { grant: HeldGrant }) {
  const from = <PartialDate value={grant.valid_from} />;
  if (!grant.valid_to) return <Trans>since {from}</Trans>;
  return (
    <Trans>
      {from} to <PartialDate value={grant.valid_to} />
    </Trans>
  );
}
