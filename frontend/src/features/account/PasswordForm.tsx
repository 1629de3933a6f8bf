import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { NewPasswordField } from "./NewPasswordField";
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
      <NewPasswordField name="new" label={t`New password`} />
    </Form>
  );
}
