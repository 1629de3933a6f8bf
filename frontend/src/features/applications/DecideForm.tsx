import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { TextArea } from "@/ui/TextArea";
import { type Application, decide } from "./queries";

type DecideProps = { application: Application; tag: string };
type Verb = "admit" | "refuse";

/** For the secretariat: two buttons, each with its dialog. */
export function Decide(props: DecideProps) {
  const { t } = useLingui();
  const [verb, setVerb] = useState<Verb>();
  const { organisation_name: name } = props.application;
  const titles = { admit: t`Admit ${name}`, refuse: t`Refuse ${name}` };
  return (
    <>
      <div className="button-row application-part">
        <Button rank="primary" onClick={() => setVerb("admit")}>
          {titles.admit}
        </Button>
        <Button onClick={() => setVerb("refuse")}>{titles.refuse}</Button>
      </div>
      <Dialog
        open={verb !== undefined}
        onClose={() => setVerb(undefined)}
        title={verb ? titles[verb] : ""}
      >
        {verb ? <DecideForm {...props} verb={verb} onDone={() => setVerb(undefined)} /> : null}
      </Dialog>
    </>
  );
}

type DecideFormProps = DecideProps & { verb: Verb; onDone: () => void };

function DecideForm({ application, tag, verb, onDone }: DecideFormProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const key = useKey();
  const form = useForm({ defaultValues: { reason: "" } });
  const refresh = () => queries.invalidateQueries({ queryKey: ["applications"] });

  async function send({ reason }: { reason: string }) {
    try {
      await decide(application.id, tag, key, { verb, reason: reason || null });
    } catch (failure) {
      // Decided elsewhere meanwhile: what stands there now is fetched.
      if (failure instanceof Problem && failure.status === 412) await refresh();
      throw failure;
    }
    await refresh();
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={verb === "admit" ? <Trans>Admit</Trans> : <Trans>Refuse</Trans>}
    >
      <p>
        {verb === "admit" ? (
          <Trans>The membership begins today, and whoever applied is invited to sign in.</Trans>
        ) : (
          <Trans>Whoever applied gets a letter with the reason.</Trans>
        )}
      </p>
      {verb === "refuse" ? (
        <TextArea
          name="reason"
          label={t`Reason`}
          hint={t`It is in the letter as you write it.`}
          rules={{ required: t`Give the reason.` }}
          maxLength={1000}
        />
      ) : null}
    </Form>
  );
}
