import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Form, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { type Client, endSecret, makeSecret, type Secret } from "./queries";
import { ShownOnce } from "./ShownOnce";

/** The secrets by which a client proves itself; a second one lets it change over without a break. */
export function Secrets({ client }: { client: Client }) {
  const queries = useQueryClient();
  const [adds, setAdds] = useState(false);
  const [shown, setShown] = useState<string>();
  const ending = useMutation({
    mutationFn: (secret: string) => endSecret(client.id, secret),
    onSettled: () => queries.invalidateQueries({ queryKey: ["clients"] }),
  });
  return (
    <section>
      <h3 className="h3">
        <Trans>Secrets</Trans>
      </h3>
      {ending.isError ? (
        <Notice live tone="bad" title={<Trans>The secret could not be ended.</Trans>}>
          {ending.error.message}
        </Notice>
      ) : null}
      {shown ? <ShownOnce client={client.id} secret={shown} /> : null}
      <ul className="client-secrets">
        {client.secrets.map((secret) => (
          <li key={secret.id}>
            <SecretLine secret={secret} />
            <span>
              <WaitingButton
                rank="secondary"
                waits={ending.isPending && ending.variables === secret.id}
                onClick={() => ending.mutate(secret.id)}
              >
                <Trans>End this secret</Trans>
              </WaitingButton>
            </span>
          </li>
        ))}
      </ul>
      {adds ? (
        <SecretForm
          client={client.id}
          onBack={() => setAdds(false)}
          onDone={(secret) => {
            setAdds(false);
            setShown(secret);
          }}
        />
      ) : (
        <TextButton onClick={() => setAdds(true)}>
          <Trans>Make another secret</Trans>
        </TextButton>
      )}
    </section>
  );
}

function SecretLine({ secret }: { secret: Secret }) {
  return (
    <span>
      <Trans>
        Made on <Instant at={secret.created_at} />
      </Trans>
      <br />
      <span className="small muted">
        {secret.last_used_at ? (
          <Trans>
            Last used on <Instant at={secret.last_used_at} />.
          </Trans>
        ) : (
          <Trans>Never used.</Trans>
        )}{" "}
        {secret.expires_at ? (
          <Trans>
            Ends on <Instant at={secret.expires_at} />.
          </Trans>
        ) : (
          <Trans>Has no end.</Trans>
        )}
      </span>
    </span>
  );
}

type SecretFormProps = { client: string; onBack: () => void; onDone: (secret: string) => void };

function SecretForm({ client, onBack, onDone }: SecretFormProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { expires_at: "" } });

  async function send({ expires_at }: { expires_at: string }) {
    const made = await makeSecret(client, expires_at);
    onDone(made.secret);
    await queries.invalidateQueries({ queryKey: ["clients"] });
  }

  return (
    <Form
      form={form}
      onSend={send}
      rank="secondary"
      submit={<Trans>Make this secret</Trans>}
      aside={
        <TextButton onClick={onBack}>
          <Trans>Cancel</Trans>
        </TextButton>
      }
    >
      <TextField name="expires_at" type="date" label={t`Last day`} hint={t`Empty: no end`} />
    </Form>
  );
}
