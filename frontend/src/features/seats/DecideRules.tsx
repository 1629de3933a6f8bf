import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { TextField } from "@/ui/TextField";
import { BoundsFields } from "./BoundsFields";
import { type BoundsText, boundsOf, textOf } from "./bounds";
import { type Bounds, decideRules } from "./queries";
import { useAfterStep } from "./useAfterStep";

type DecideRulesProps = { network: string; bounds: Bounds | undefined };

/** For the secretariat: a new version of the rules, from a day on. */
export function DecideRules(props: DecideRulesProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Decide new rules</Trans>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t`Decide new rules`}>
        <RulesForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type Values = {
  valid_from: string;
  bounds: BoundsText;
  sources: { label: Record<string, string>; url: string }[];
};

function RulesForm({ network, bounds, onDone }: DecideRulesProps & { onDone: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const after = useAfterStep();
  const key = useKey();
  const form = useForm<Values>({
    defaultValues: {
      valid_from: new Date().toISOString().slice(0, 10),
      bounds: textOf(bounds),
      sources: [{ label: { [language]: "" }, url: "" }],
    },
  });

  async function send(values: Values) {
    const sources = values.sources.map(({ label, url }) => ({ label, url: url.trim() || null }));
    const body = { valid_from: values.valid_from, bounds: boundsOf(values.bounds), sources };
    await after(() => decideRules(network, key, body));
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Put these rules into force</Trans>}>
      <p>
        <Trans>
          The versions before stay on record. What was decided under them stays as it was.
        </Trans>
      </p>
      <TextField
        name="valid_from"
        label={t`First day`}
        type="date"
        rules={{ required: t`Choose the first day.` }}
      />
      <BoundsFields />
      <TextField
        name={`sources.0.label.${language}`}
        label={t`Where it is written`}
        hint={t`Such as the minutes of the meeting that decided.`}
        rules={{ required: t`Name the source.` }}
      />
      <TextField
        name="sources.0.url"
        label={t`Address of the source, if there is one`}
        type="url"
      />
    </Form>
  );
}
