import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { useScopeWord } from "@/i18n/useScopeWord";
import { Button, TextButton } from "@/ui/Button";
import { Instant } from "@/ui/Dates";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { TextArea } from "@/ui/TextArea";
import { BoundName } from "./BoundName";
import { EditClient } from "./EditClient";
import { type ClientVerb, clientQuery, takeStep } from "./queries";
import { Secrets } from "./Secrets";

type ClientDialogProps = { id: string | undefined; onClose: () => void };

/** One client: what it may, its secrets, and stopping it. */
export function ClientDialog({ id, onClose }: ClientDialogProps) {
  const { t } = useLingui();
  const name = useQuery({ ...clientQuery(id ?? ""), enabled: id !== undefined }).data?.data.name;
  return (
    <Dialog open={id !== undefined} onClose={onClose} title={name ?? t`Client`}>
      {id ? <Inside key={id} id={id} /> : null}
    </Dialog>
  );
}

function Inside({ id }: { id: string }) {
  const scope = useScopeWord();
  const answer = useQuery(clientQuery(id));
  const [verb, setVerb] = useState<ClientVerb>();
  const [edits, setEdits] = useState(false);
  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const client = answer.data.data;
  if (edits) return <EditClient opened={answer.data} onDone={() => setEdits(false)} />;
  if (verb) return <StepForm id={id} verb={verb} onDone={() => setVerb(undefined)} />;
  return (
    <div className="client-inside">
      {client.state === "disabled" ? (
        <Notice tone="warn" title={<Trans>This client is disabled: it gets no access.</Trans>}>
          {client.state_reason}
        </Notice>
      ) : null}
      <p>
        <code>{client.id}</code>
        <br />
        <span className="muted">
          <Trans>
            Since <Instant at={client.created_at} />
          </Trans>
        </span>
      </p>
      <div>
        <p>
          <Trans>
            It speaks for <BoundName bound={client.bound} /> and may:
          </Trans>
        </p>
        <ul className="client-scopes">
          {client.scopes.map((each) => (
            <li key={each}>{scope(each)}</li>
          ))}
        </ul>
      </div>
      <Secrets client={client} />
      <div className="button-row">
        <Button rank="secondary" onClick={() => setEdits(true)}>
          <Trans>Change the client</Trans>
        </Button>
        {client.may.map((each) => (
          <Button key={each} onClick={() => setVerb(each)}>
            {each === "disable" ? (
              <Trans>Disable the client</Trans>
            ) : (
              <Trans>Enable the client</Trans>
            )}
          </Button>
        ))}
      </div>
    </div>
  );
}

type StepFormProps = { id: string; verb: ClientVerb; onDone: () => void };

function StepForm({ id, verb, onDone }: StepFormProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { reason: "" } });
  useEffect(() => form.setFocus("reason"), [form]);

  async function send({ reason }: { reason: string }) {
    await takeStep(id, verb, reason);
    await queries.invalidateQueries({ queryKey: ["clients"] });
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={
        verb === "disable" ? <Trans>Disable the client</Trans> : <Trans>Enable the client</Trans>
      }
      aside={
        <TextButton onClick={onDone}>
          <Trans>Back</Trans>
        </TextButton>
      }
    >
      <TextArea
        name="reason"
        label={t`Reason`}
        hint={t`It stays on record.`}
        rules={{ required: t`Give the reason.` }}
        maxLength={500}
      />
    </Form>
  );
}
