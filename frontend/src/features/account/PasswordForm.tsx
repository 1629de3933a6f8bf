import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { changePassword, sessionsQuery } from "./queries";

/** Another password; every other browser is signed out by it. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { current: "", new: "" } });
  const [changed, setChanged] = useState(false);

  return (
    <Form
      form={form}
      rank="secondary"
      submit={<Trans>Change password</Trans>}
      onSend={async (values) => {
        setChanged(false);
        await changePassword(values);
        form.reset();
        setChanged(true);
        await queries.invalidateQueries({ queryKey: sessionsQuery().queryKey });
      }}
    >
      {changed ? (
        <Notice live tone="ok" title={<Trans>Your password is changed.</Trans>}>
          <Trans>Every other browser has been signed out.</Trans>
        </Notice>
      ) : null}
      {/* For password managers: they ask whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="current"
        type="password"
        label={t`Present password`}
        autoComplete="current-password"
        rules={{ required: t`Write the password you have now.` }}
      />
      <TextField
        name="new"
        type="password"
        label={t`New password`}
        hint={t`At least 12 characters. Several words that do not belong together are easy to remember and hard to guess.`}
        autoComplete="new-password"
        rules={{ required: t`Write the password you want.` }}
      />
    </Form>
  );
}
