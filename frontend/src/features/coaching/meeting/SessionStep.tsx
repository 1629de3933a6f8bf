import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { type Seen, type Step, takeStep, useAfterStep } from "../queries";
import type { Session } from "./queries";
import { useNames } from "./useNames";

export type SessionVerb = "start" | "no_show" | "report";

/** Each names the act. */
export function useSessionVerbs(): Record<SessionVerb, string> {
  const { t } = useLingui();
  return {
    start: t`It was held`,
    no_show: t`One side did not come`,
    report: t`The last session was held`,
  };
}

type StepProps = {
  seen: Seen;
  verb: SessionVerb;
  session: Session | undefined;
  onDone: () => void;
};

/** What became of a session, and what follows from it. */
export function SessionStep({ seen, verb, session, onDone }: StepProps) {
  const { t } = useLingui();
  const verbs = useSessionVerbs();
  const name = useNames(seen.data);
  const once = useKey();
  const after = useAfterStep();
  const sides = session?.seen.map(({ organisation }) => organisation) ?? [];
  const form = useForm({ defaultValues: { missing: "", reason: "" } });

  async function send({ missing, reason }: { missing: string; reason: string }) {
    const step: Step = { verb };
    if (session) step.session = session.id;
    if (verb === "no_show") Object.assign(step, { missing, reason: reason.trim() });
    await takeStep(seen, `${once}-${seen.data.version}`, step);
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={verbs[verb]}>
      {verb === "start" ? (
        <p>
          <Trans>The coaching is then in progress: agree on the next meeting, or finish.</Trans>
        </p>
      ) : null}
      {verb === "report" ? (
        <p>
          <Trans>
            Each side is then asked to write its report within two weeks. Nobody reads the other’s
            before.
          </Trans>
        </p>
      ) : null}
      {verb === "no_show" ? (
        <>
          <Select
            name="missing"
            label={t`Who did not come`}
            rules={{ required: t`Choose who did not come.` }}
            options={[
              { value: "", label: t`choose` },
              ...sides.map((slug) => ({ value: slug, label: name(slug) })),
            ]}
          />
          <TextArea
            name="reason"
            label={t`Reason`}
            hint={t`Those concerned read it, and it stays on record.`}
            rules={{ validate: (typed: string) => typed.trim() !== "" || t`Give the reason.` }}
            maxLength={500}
          />
        </>
      ) : null}
    </Form>
  );
}
