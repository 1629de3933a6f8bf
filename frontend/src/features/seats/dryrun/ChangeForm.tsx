import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { BoundsFields } from "../BoundsFields";
import { type BoundsText, boundsOf, textOf } from "../bounds";
import type { Bounds, Change, SeatKind, Standing } from "../queries";
import { KINDS } from "../records";
import { useWord } from "../words";

type ChangeFormProps = {
  standing: Standing | undefined;
  bounds: Bounds | undefined;
  onAdd: (change: Change) => void;
  onCancel?: () => void;
};

type Values = {
  change: Change["change"];
  country: string;
  kind: SeatKind;
  number: string;
  bounds: BoundsText;
};

function changeOf({ change, country, kind, number, bounds }: Values): Change {
  if (change === "rules") return { change, bounds: boundsOf(bounds) };
  if (change === "join" || change === "leave") return { change, country };
  return { change, country, kind, number: Number(number) };
}

/** One change to try out. */
export function ChangeForm({ standing, bounds, onAdd, onCancel }: ChangeFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const word = useWord();
  const form = useForm<Values>({
    defaultValues: {
      change: "join",
      country: "",
      kind: "municipal",
      number: "1",
      bounds: textOf(bounds),
    },
  });
  const chosen = form.watch("change");
  const isSeat = chosen !== "join" && chosen !== "leave" && chosen !== "rules";
  const here = new Set(standing?.countries.map((each) => each.country));
  const all = countries(language);
  const offered =
    chosen === "join"
      ? all.filter(({ id }) => !here.has(id))
      : [...all.filter(({ id }) => here.has(id)), ...all.filter(({ id }) => !here.has(id))];

  return (
    <Form
      form={form}
      rank="secondary"
      onSend={async (values) => onAdd(changeOf(values))}
      submit={<Trans>Add this change</Trans>}
      aside={
        onCancel ? (
          <TextButton onClick={onCancel}>
            <Trans>Cancel</Trans>
          </TextButton>
        ) : undefined
      }
    >
      <Select
        name="change"
        label={t`What might happen`}
        options={[
          { value: "join", label: t`A country joins` },
          { value: "leave", label: t`A country leaves` },
          { value: "open_seat", label: t`Seats are opened` },
          { value: "close_seat", label: t`Seats are closed` },
          { value: "confirm", label: t`People are confirmed` },
          { value: "vacate", label: t`People leave their seats` },
          { value: "rules", label: t`Other rules hold` },
        ]}
      />
      {chosen === "rules" ? (
        <BoundsFields />
      ) : (
        <Select
          name="country"
          label={t`Country`}
          rules={{ required: t`Choose a country.` }}
          options={[
            { value: "", label: t`Choose` },
            ...offered.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      )}
      {isSeat ? (
        <>
          <Select
            name="kind"
            label={t`Kind`}
            options={KINDS.map((kind) => ({ value: kind, label: word("seat_kind", kind) }))}
          />
          <TextField
            name="number"
            label={t`How many`}
            inputMode="numeric"
            short
            rules={{
              required: t`Write a number.`,
              pattern: { value: /^\s*[1-9]\d{0,2}\s*$/, message: t`Write a whole number.` },
            }}
          />
        </>
      ) : null}
    </Form>
  );
}
