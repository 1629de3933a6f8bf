import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Lead } from "@/api/leads";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { useWords } from "@/i18n/useWords";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form, Refusal, WaitingButton } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { Text, useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { useTopics } from "../topics";
import {
  createNeed,
  moveNeed,
  myNeedsQuery,
  type Need,
  type NeedVerb,
  useAfterChange,
} from "./queries";

const VERBS: NeedVerb[] = ["meet", "end", "reopen"];

const verb = {
  meet: msg({ id: "need_verb.meet", message: "It is met" }),
  end: msg({ id: "need_verb.end", message: "Not needed any more" }),
  reopen: msg({ id: "need_verb.reopen", message: "Needed again" }),
};

const state = {
  open: msg({ id: "need_state.open", message: "Open" }),
  met: msg({ id: "need_state.met", message: "Met" }),
  ended: msg({ id: "need_state.ended", message: "Ended" }),
};

/** Topics on which the reader's organisations want to learn something. */
export function Needs({ leads }: { leads: Lead[] }) {
  const { t } = useLingui();
  const needs = useQuery(myNeedsQuery()).data?.items ?? [];
  const [isNew, setNew] = useState(false);
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="h2">
          <Trans>What we need</Trans>
        </h2>
        {leads.length > 0 ? (
          <Button onClick={() => setNew(true)}>
            <Trans>Name a need</Trans>
          </Button>
        ) : null}
      </div>
      {needs.length === 0 ? (
        <p className="muted">
          <Trans>
            A need tells others what you want to learn about, without asking anybody yet.
          </Trans>
        </p>
      ) : (
        <ul className="coaching-rows">
          {needs.map((each) => (
            <NeedRow key={each.id} of={each} />
          ))}
        </ul>
      )}
      <Dialog open={isNew} onClose={() => setNew(false)} title={t`Name a need`}>
        <NeedForm leads={leads} onDone={() => setNew(false)} />
      </Dialog>
    </section>
  );
}

function NeedRow({ of }: { of: Need }) {
  const word = useWords({ verb, state });
  const { name } = useTopics();
  const once = useKey();
  const after = useAfterChange();
  const [waits, setWaits] = useState<NeedVerb>();
  const [problem, setProblem] = useState<Problem>();

  async function send(asked: NeedVerb) {
    setWaits(asked);
    setProblem(undefined);
    try {
      await moveNeed(of.id, `${once}-${of.version}`, asked);
      await after();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setWaits(undefined);
    }
  }

  return (
    <li>
      <h3 className="h3">{name(of.topic)}</h3>
      <p className="small">
        <Badge>{word("state", of.state)}</Badge> <Text of={of.organisation.label} />
      </p>
      {of.note ? (
        <p>
          <Text of={of.note} told />
        </p>
      ) : null}
      {problem ? <Refusal problem={problem} /> : null}
      <div className="button-row">
        {VERBS.filter((each) => of.may.includes(each)).map((each) => (
          <WaitingButton key={each} waits={waits === each} onClick={() => void send(each)}>
            {word("verb", each)}
          </WaitingButton>
        ))}
      </div>
    </li>
  );
}

type Typed = { organisation: string; topic: string; note: string };

function NeedForm({ leads, onDone }: { leads: Lead[]; onDone: () => void }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterChange();
  const { options } = useTopics();
  const form = useForm<Typed>({
    defaultValues: { organisation: leads[0]?.slug ?? "", topic: "", note: "" },
  });

  async function send({ organisation, topic, note }: Typed) {
    const said = note.trim();
    const body = { organisation, topic, note: said ? { [language]: said } : null };
    await createNeed(body, `${once}-${organisation}-${topic}`.slice(0, 100));
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Write it down</Trans>}>
      {leads.length > 1 ? (
        <Select
          name="organisation"
          label={t`Organisation`}
          options={leads.map(({ slug, label }) => ({ value: slug, label: text(label) }))}
        />
      ) : null}
      <Select
        name="topic"
        label={t`Topic`}
        rules={{ required: t`Choose a topic.` }}
        options={[{ value: "", label: t`choose` }, ...options()]}
      />
      <TextArea name="note" label={t`What exactly`} rows={3} maxLength={4000} />
    </Form>
  );
}
