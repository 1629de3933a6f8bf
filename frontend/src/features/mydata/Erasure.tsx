import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button, TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { erase } from "./queries";

type ErasureProps = { email: string; onErased: () => Promise<void> };

/** Having everything erased: what goes, what stays, and the password as the last word. */
export function Erasure({ email, onErased }: ErasureProps) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { password: "" } });
  const [asked, setAsked] = useState(false);

  return (
    <div className="form">
      <ul className="erasure">
        <li>
          <Trans>
            Your account, your contacts, your archives and the letters to you are erased at once.
          </Trans>
        </li>
        <li>
          <Trans>
            Your roles end. What waits for you passes to the secretariat; a seat you hold becomes
            vacant.
          </Trans>
        </li>
        <li>
          <Trans>
            What remains is that something was done and when, without your name and address.
          </Trans>
        </li>
      </ul>
      {asked ? (
        <Form
          form={form}
          rank="secondary"
          submit={<Trans>Erase everything for good</Trans>}
          aside={
            <TextButton onClick={() => setAsked(false)}>
              <Trans>Keep my account</Trans>
            </TextButton>
          }
          onSend={async ({ password }) => {
            await erase(password);
            await onErased();
          }}
        >
          <Notice live tone="warn" title={<Trans>This cannot be undone.</Trans>}>
            <Trans>Make an archive first if you want to take your data along.</Trans>
          </Notice>
          {/* For password managers: they ask whose password it is. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <TextField
            name="password"
            type="password"
            label={t`Your password`}
            autoComplete="current-password"
            rules={{ required: t`Write your password.` }}
          />
        </Form>
      ) : (
        <div className="button-row">
          <Button onClick={() => setAsked(true)}>
            <Trans>Erase my account</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
