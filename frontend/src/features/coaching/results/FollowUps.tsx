import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Text } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { Day } from "../Day";
import { Choices } from "../fields";
import { useAfterStep } from "../queries";
import { answerFollowUp, type FollowUp, type FollowUpAnswer, followUpsQuery } from "./queries";
import { CHANGES, useResultWord } from "./words";

/** Whether it changed anything, asked after some months. */
export function FollowUps({ id }: { id: string }) {
  const { t } = useLingui();
  const word = useResultWord();
  const items = useQuery(followUpsQuery(id)).data?.items ?? [];
  const [asked, ask] = useState<FollowUp>();
  if (items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="follow-ups">
      <h2 className="h2" id="follow-ups">
        <Trans>Did it change anything?</Trans>
      </h2>
      <ul className="coaching-actions">
        {items.map((each) => (
          <li key={each.id}>
            <div>
              <p>
                <b>
                  <Text of={each.organisation.label} />
                </b>
                , <Plural value={each.months} one="after # month" other="after # months" />
                {each.change ? <>: {word("change", each.change)}</> : null}
              </p>
              {each.text ? (
                <p>
                  <Text of={each.text} told />
                </p>
              ) : null}
              {each.answered_at ? null : (
                <p className="small muted">
                  <Trans>
                    is asked on <Day at={each.due_at} />
                  </Trans>
                </p>
              )}
            </div>
            {each.may.includes("answer") ? (
              <Button onClick={() => ask(each)}>
                {each.answered_at ? <Trans>Say it anew</Trans> : <Trans>Answer</Trans>}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Dialog
        open={asked !== undefined}
        onClose={() => ask(undefined)}
        title={t`Did it change anything?`}
      >
        {asked ? <AnswerForm of={asked} onDone={() => ask(undefined)} /> : null}
      </Dialog>
    </section>
  );
}

type Typed = { change: FollowUpAnswer["change"]; text: string };

function AnswerForm({ of, onDone }: { of: FollowUp; onDone: () => void }) {
  const { t } = useLingui();
  const word = useResultWord();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterStep();
  const form = useForm<Typed>({
    defaultValues: { change: of.change ?? "too_early", text: of.text?.[language] ?? "" },
  });

  async function send({ change, text }: Typed) {
    const said = text.trim();
    await answerFollowUp(of.id, `${once}-${of.version}`, {
      change,
      text: said ? { ...of.text, [language]: said } : null,
    });
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Send the answer</Trans>}>
      <Choices
        name="change"
        legend={<Trans>Did the coaching change anything with you?</Trans>}
        options={CHANGES.map((value) => ({ value, label: word("change", value) }))}
      />
      <TextArea name="text" label={t`What`} rows={3} maxLength={4000} />
    </Form>
  );
}
