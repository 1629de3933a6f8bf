import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form, Refusal, WaitingButton } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { TextField } from "@/ui/TextField";
import { Day } from "../Day";
import { type Request, useAfterStep } from "../queries";
import { type Action, actionsQuery, changeAction, writeAction } from "./queries";

/** What each side will do because of it, until when. */
export function Actions({ of }: { of: Request }) {
  const { t } = useLingui();
  const answer = useQuery(actionsQuery(of.id));
  const [isNew, setNew] = useState(false);
  if (answer.isPending) return <Skeleton rows={3} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items } = answer.data;
  const acts = of.sides.includes("requester") || of.sides.includes("coach");
  return (
    <section className="section" aria-labelledby="actions">
      <div className="section-head">
        <h2 className="h2" id="actions">
          <Trans>What we will do</Trans>
        </h2>
        {acts ? (
          <Button onClick={() => setNew(true)}>
            <Trans>Add an action item</Trans>
          </Button>
        ) : null}
      </div>
      {items.length === 0 ? (
        <p className="muted">
          <Trans>Nothing is agreed yet.</Trans>
        </p>
      ) : (
        <ul className="coaching-actions">
          {items.map((each) => (
            <ActionRow key={each.id} of={each} />
          ))}
        </ul>
      )}
      <Dialog open={isNew} onClose={() => setNew(false)} title={t`Add an action item`}>
        <ActionForm of={of} onDone={() => setNew(false)} />
      </Dialog>
    </section>
  );
}

function ActionRow({ of }: { of: Action }) {
  const after = useAfterStep();
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function send() {
    setWaits(true);
    setProblem(undefined);
    try {
      await changeAction(of.id, { is_done: !of.is_done });
      await after();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setWaits(false);
    }
  }

  return (
    <li>
      <div>
        <p>
          <b>
            <Text of={of.organisation.label} />
          </b>
          : <Text of={of.text} told />
        </p>
        <p className="small muted">
          {of.is_done ? (
            <Badge tone="ok">
              <Trans>Done</Trans>
            </Badge>
          ) : (
            <Trans>
              by <Day at={of.due} weekday />
            </Trans>
          )}
        </p>
        {problem ? <Refusal problem={problem} /> : null}
      </div>
      {of.may.includes("change") ? (
        <WaitingButton waits={waits} onClick={() => void send()}>
          {of.is_done ? <Trans>Not done yet</Trans> : <Trans>It is done</Trans>}
        </WaitingButton>
      ) : null}
    </li>
  );
}

type Typed = { organisation: string; text: string; due: string };

function ActionForm({ of, onDone }: { of: Request; onDone: () => void }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterStep();
  const coaches = of.invitations.filter(({ state }) => state === "accepted");
  const sides = [of.organisation, ...coaches.map(({ organisation }) => organisation)];
  const form = useForm<Typed>({
    defaultValues: { organisation: of.organisation.slug, text: "", due: "" },
  });

  async function send(typed: Typed) {
    const body = {
      organisation: typed.organisation,
      text: { [language]: typed.text.trim() },
      due: typed.due,
    };
    await writeAction(of.id, once, body);
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Write it down</Trans>}>
      <Select
        name="organisation"
        label={t`Who does it`}
        options={sides.map(({ slug, label }) => ({ value: slug, label: text(label) }))}
      />
      <TextField
        name="text"
        label={t`What is to be done`}
        rules={{ validate: (typed: string) => typed.trim() !== "" || t`Say what is to be done.` }}
        maxLength={500}
      />
      <TextField name="due" type="date" label={t`Until`} rules={{ required: t`Name the day.` }} />
    </Form>
  );
}
