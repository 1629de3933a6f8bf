import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Text } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { Day } from "../Day";
import { Invited } from "../matching/Invited";
import {
  type Answer,
  answerInvitation,
  type Invitation,
  type Request,
  useAfterStep,
} from "../queries";

/** The invitations of the reader's own organisations, and the answer where one waits for it. */
export function OwnInvitations({ of }: { of: Request }) {
  const asked = of.invitations.filter(({ may }) => may.length > 0 || of.sides.length === 0);
  if (asked.length === 0 || of.sides.includes("requester")) return null;
  return asked.map((each) => <AnswerPanel key={each.id} id={of.id} of={each} />);
}

type AnswerPanelProps = { id: string; of: Invitation };
type Given = Answer["verb"];

function AnswerPanel({ id, of }: AnswerPanelProps) {
  const { t } = useLingui();
  const [given, setGiven] = useState<Given>();
  const close = () => setGiven(undefined);
  const titles: Record<Given, string> = {
    accept: t`Accept the invitation`,
    decline: t`Decline the invitation`,
    recall: t`Take the invitation back`,
  };
  const verbs = (["accept", "decline", "recall"] as const).filter((verb) => of.may.includes(verb));
  return (
    <section className="coaching-answer" aria-label={t`Invitation`}>
      <p className="h3">
        {of.may.includes("accept") ? (
          <Trans>
            Can <Text of={of.organisation.label} /> help?
          </Trans>
        ) : (
          <Text of={of.organisation.label} />
        )}
      </p>
      <Invited of={of} />
      {verbs.length > 0 ? (
        <div className="button-row">
          {verbs.map((verb) => (
            <Button
              key={verb}
              rank={verb === "accept" ? "primary" : "secondary"}
              onClick={() => setGiven(verb)}
            >
              {titles[verb]}
            </Button>
          ))}
        </div>
      ) : null}
      <Dialog open={given !== undefined} onClose={close} title={given ? titles[given] : ""}>
        {given ? (
          <AnswerForm id={id} of={of} verb={given} submit={titles[given]} onDone={close} />
        ) : null}
      </Dialog>
    </section>
  );
}

type AnswerFormProps = AnswerPanelProps & { verb: Given; submit: string; onDone: () => void };

function AnswerForm({ id, of, verb, submit, onDone }: AnswerFormProps) {
  const { t } = useLingui();
  const once = useKey();
  const after = useAfterStep();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { reason: "" } });
  const asksReason = verb === "decline";

  async function send({ reason }: { reason: string }) {
    const said = reason.trim();
    await answerInvitation(id, of.id, once, said ? { verb, reason: said } : { verb });
    onDone();
    // Who declines does not read the request any more.
    if (verb === "decline") await navigate({ href: "/coaching" });
    await after();
  }

  return (
    <Form form={form} onSend={send} submit={submit}>
      <p>
        {verb === "accept" ? (
          <Trans>
            Whoever asks gets a letter, and you find a time together. If all places are taken, you
            become a reserve.
          </Trans>
        ) : null}
        {verb === "decline" ? (
          <Trans>
            Whoever asks gets a letter with your reason. You are not asked again for this request.
          </Trans>
        ) : null}
        {verb === "recall" ? (
          <Trans>Both sides get a letter. The answer is not waited for any more.</Trans>
        ) : null}
      </p>
      {verb === "accept" ? (
        <p className="muted">
          <Trans>
            Your answer is due by <Day at={of.answer_by} weekday />.
          </Trans>
        </p>
      ) : null}
      {asksReason ? (
        <TextArea
          name="reason"
          label={t`Reason`}
          hint={t`Those concerned read it, and it stays on record.`}
          rules={{ validate: (typed: string) => typed.trim() !== "" || t`Give the reason.` }}
          maxLength={500}
        />
      ) : null}
    </Form>
  );
}
