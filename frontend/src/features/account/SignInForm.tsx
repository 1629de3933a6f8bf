import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { signIn } from "@/api/session";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { CodeField } from "./CodeField";

type Values = { email: string; password: string; code: string };

/** Address and password; then the code, where the account has a second factor. */
export function SignInForm() {
  const { t } = useLingui();
  const form = useForm<Values>({ defaultValues: { email: "", password: "", code: "" } });
  const [asksCode, setAsksCode] = useState(false);

  useEffect(() => {
    if (asksCode) form.setFocus("code");
  }, [asksCode, form]);

  async function send({ email, password, code }: Values) {
    try {
      await signIn(asksCode ? { email, password, code: code.trim() } : { email, password });
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.type === "/problems/code-needed") {
        setAsksCode(true);
        return;
      }
      // A code works once: what was typed is of no more use.
      form.resetField("code");
      throw failure;
    }
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={<Trans>Sign in</Trans>}
      aside={
        asksCode ? (
          <TextButton
            onClick={() => {
              setAsksCode(false);
              form.reset();
            }}
          >
            <Trans>Use another account</Trans>
          </TextButton>
        ) : null
      }
    >
      {asksCode ? (
        <>
          <Notice live title={<Trans>One more step for {form.getValues("email")}</Trans>}>
            <Trans>Your account has a second factor: a code from your authenticator app.</Trans>
          </Notice>
          <CodeField />
        </>
      ) : (
        <>
          <TextField
            name="email"
            type="email"
            label={t`E-mail address`}
            autoComplete="username"
            rules={{ required: t`Write the address of your account.` }}
          />
          <TextField
            name="password"
            type="password"
            label={t`Password`}
            autoComplete="current-password"
            rules={{ required: t`Write your password.` }}
          />
        </>
      )}
    </Form>
  );
}
