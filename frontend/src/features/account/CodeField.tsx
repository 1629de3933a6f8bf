import { useLingui } from "@lingui/react/macro";
import { TextField } from "@/ui/TextField";

/** Six digits from an authenticator app. */
export function CodeField() {
  const { t } = useLingui();
  return (
    <TextField
      name="code"
      short
      label={t`Code`}
      hint={t`Six digits. Your app shows new ones every 30 seconds.`}
      inputMode="numeric"
      autoComplete="one-time-code"
      rules={{
        required: t`Write the six digits that your app shows now.`,
        pattern: { value: /^\s*[0-9]{6}\s*$/, message: t`A code has six digits.` },
      }}
    />
  );
}
