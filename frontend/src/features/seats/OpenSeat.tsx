import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { openSeat, type SeatKind } from "./queries";
import { KINDS } from "./records";
import { useAfterStep } from "./useAfterStep";
import { useWord } from "./words";

export type SeatFor = { slug: string; label: string; country: string | null };

type Values = { country: string; kind: SeatKind; organisation: string };

type OpenSeatProps = {
  network: string;
  countries: readonly string[];
  /** Ministries and cities of the network, for which a seat may be. */
  organisations: readonly SeatFor[];
};

/** For the secretariat: a button and its form. */
export function OpenSeat(props: OpenSeatProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Open a seat</Trans>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t`Open a seat`}>
        <OpenSeatForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function OpenSeatForm({
  network,
  countries,
  organisations,
  onDone,
}: OpenSeatProps & { onDone: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const word = useWord();
  const after = useAfterStep();
  const key = useKey();
  const form = useForm<Values>({
    defaultValues: {
      country: countries[0] ?? "",
      kind: "municipal",
      organisation: "",
    },
  });
  const country = form.watch("country");

  async function send({ organisation, ...rest }: Values) {
    await after(() => openSeat(key, { ...rest, network, organisation: organisation || null }));
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Open this seat</Trans>}>
      <Select
        name="country"
        label={t`Country`}
        options={countries.map((code) => ({ value: code, label: countryName(code, language) }))}
      />
      <Select
        name="kind"
        label={t`Kind`}
        options={KINDS.map((kind) => ({ value: kind, label: word("seat_kind", kind) }))}
      />
      <Select
        name="organisation"
        label={t`For which ministry or city`}
        options={[
          { value: "", label: t`Not named yet` },
          ...organisations
            .filter((each) => each.country === country)
            .map((each) => ({ value: each.slug, label: each.label })),
        ]}
      />
    </Form>
  );
}
