import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { LinkButton, TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { askRecovery, recover, saysSpent } from "./letters";
import { NewPasswordField } from "./NewPasswordField";
import { SpentLink } from "./SpentLink";

/** The address to which a link for a new password is sent; the answer is the same whether it has an account or not. */
export function RecoveryAsk() {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { email: "" } });
  const [asked, setAsked] = useState<string>();

  if (asked) {
    return (
      <div className="form">
        <Notice live tone="ok" title={<Trans>Look into the letters for {asked}.</Trans>}>
          <Trans>
            If this address has an account, a letter with a link is on its way. The link works for
            one hour, and once. Nothing came? Look among unwanted mail too.
          </Trans>
        </Notice>
        <p>
          <TextButton onClick={() => setAsked(undefined)}>
            <Trans>Use another address</Trans>
          </TextButton>
        </p>
      </div>
    );
  }
  return (
    <Form
      form={form}
      submit={<Trans>Send me a link</Trans>}
      onSend={async ({ email }) => {
        await askRecovery(email.trim());
        setAsked(email.trim());
      }}
    >
      <TextField
        name="email"
        type="email"
        label={t`E-mail address`}
        hint={t`The one you sign in with.`}
        autoComplete="username"
        rules={{ required: t`Write the address of your account.` }}
      />
    </Form>
  );
}

/** A new password by the link of a letter. */
export function NewPassword({ token }: { token: string }) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { password: "" } });
  const [state, setState] = useState<"open" | "done" | "spent">("open");

  async function send({ password }: { password: string }) {
    try {
      await recover({ token, password });
      setState("done");
    } catch (failure) {
      if (!saysSpent(failure)) throw failure;
      setState("spent");
    }
  }

  if (state === "done") {
    return (
      <div className="form">
        <Notice live tone="ok" title={<Trans>Your new password is set.</Trans>}>
          <Trans>Every browser has been signed out. A second factor stays as it was.</Trans>
        </Notice>
        <div className="button-row">
          <LinkButton href="/sign-in" rank="primary">
            <Trans>Sign in</Trans>
          </LinkButton>
        </div>
      </div>
    );
  }
  if (state === "spent") {
    return (
      <SpentLink
        title={<Trans>This link opens nothing any more.</Trans>}
        action={
          <LinkButton href="/recovery" rank="primary">
            <Trans>Have a new link sent</Trans>
          </LinkButton>
        }
      >
        <Trans>
          A link for a new password works once and for one hour, and a newer letter replaces an
          older one. Your password is as it was.
        </Trans>
      </SpentLink>
    );
  }
  return (
    <Form form={form} onSend={send} submit={<Trans>Set my new password</Trans>}>
      <NewPasswordField name="password" label={t`New password`} />
    </Form>
  );
}
