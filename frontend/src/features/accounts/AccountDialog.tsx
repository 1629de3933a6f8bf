import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { AccountStepForm } from "./AccountStepForm";
import { accountQuery } from "./queries";
import { RoleForm } from "./RoleForm";
import { RolesHeld } from "./RolesHeld";

type AccountDialogProps = { id: string | undefined; onClose: () => void };

/** One account: its roles with their dates, and what may be done about it. */
export function AccountDialog({ id, onClose }: AccountDialogProps) {
  const { t } = useLingui();
  const name = useQuery({ ...accountQuery(id ?? ""), enabled: id !== undefined }).data?.name;
  return (
    <Dialog open={id !== undefined} onClose={onClose} title={name ?? t`Account`}>
      {id ? <Inside key={id} id={id} /> : null}
    </Dialog>
  );
}

function Inside({ id }: { id: string }) {
  const language = useLanguage();
  const answer = useQuery(accountQuery(id));
  const [chosen, setChosen] = useState<string>();
  const [isDone, setDone] = useState(false);
  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const account = answer.data;
  const form = {
    id,
    onBack: () => setChosen(undefined),
    onDone: () => {
      setDone(true);
      setChosen(undefined);
    },
  };
  const choose = (what: string) => () => {
    setDone(false);
    setChosen(what);
  };
  if (chosen === "grant") return <RoleForm {...form} />;
  if (chosen === "disable" || chosen === "enable") {
    return <AccountStepForm {...form} verb={chosen} />;
  }
  return (
    <div className="account-inside">
      {isDone ? <Notice live tone="ok" title={<Trans>Done. It is recorded.</Trans>} /> : null}
      {account.state === "disabled" ? (
        <Notice tone="warn" title={<Trans>This account is disabled: nobody can sign in.</Trans>} />
      ) : null}
      <p>
        {account.email}
        <br />
        <span className="muted">
          <Trans>
            Since <Instant at={account.created_at} />; we write in{" "}
            {languageName(account.language, language)}.
          </Trans>
        </span>
      </p>
      <RolesHeld account={account} onDone={() => setDone(true)} />
      {account.may.length > 0 ? (
        <div className="button-row">
          {account.may.includes("grant") ? (
            <Button onClick={choose("grant")}>
              <Trans>Give a role</Trans>
            </Button>
          ) : null}
          {account.may.includes("disable") ? (
            <Button onClick={choose("disable")}>
              <Trans>Disable the account</Trans>
            </Button>
          ) : null}
          {account.may.includes("enable") ? (
            <Button onClick={choose("enable")}>
              <Trans>Enable the account</Trans>
            </Button>
          ) : null}
        </div>
      ) : (
        <p className="small muted">
          <Trans>This is your own account. Somebody else changes its roles.</Trans>
        </p>
      )}
    </div>
  );
}
