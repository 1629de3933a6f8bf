import { useLingui } from "@lingui/react/macro";
import { TextField } from "@/ui/TextField";

type NewPasswordFieldProps = { name: string; label: string };

/** A password that is chosen, with what makes a good one. */
export function NewPasswordField({ name, label }: NewPasswordFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      name={name}
      type="password"
      label={label}
      hint={t`At least 12 characters. Several words that do not belong together are easy to remember and hard to guess.`}
      autoComplete="new-password"
      rules={{ required: t`Write the password you want.` }}
    />
  );
}
