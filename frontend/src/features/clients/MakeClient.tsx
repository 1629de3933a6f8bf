import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Radios } from "@/ui/Fields";
import { Form } from "@/ui/Form";
import { OrganisationField } from "@/ui/OrganisationField";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { type ClientCreate, type ClientScope, makeClient, SCOPES } from "./queries";
import { ShownOnce } from "./ShownOnce";
import { useScopeWord } from "./useScopeWord";

/** Lets a program in; its first secret is shown at the end. */
export function MakeClient() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ id: string; secret: string | null }>();
  const close = () => {
    setOpen(false);
    setMade(undefined);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Make a client</Trans>
      </Button>
      <Dialog open={open} onClose={close} title={t`Make a client`}>
        {made?.secret ? (
          <ShownOnce client={made.id} secret={made.secret} />
        ) : (
          <MakeForm onDone={setMade} />
        )}
      </Dialog>
    </>
  );
}

type Values = {
  name: string;
  scopes: ClientScope[];
  way: "nobody" | "organisation" | "country";
  organisation: string;
  country: string;
};

function boundOf({ way, organisation, country }: Values): ClientCreate["bound"] {
  if (way === "nobody") return null;
  return { kind: way, id: way === "country" ? country : organisation };
}

type MakeFormProps = { onDone: (made: { id: string; secret: string | null }) => void };

function MakeForm({ onDone }: MakeFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const scope = useScopeWord();
  const queries = useQueryClient();
  const form = useForm<Values>({
    defaultValues: {
      name: "",
      scopes: ["networks:read"],
      way: "nobody",
      organisation: "",
      country: "",
    },
  });
  const way = form.watch("way");
  const wrong = form.formState.errors.scopes?.message;

  async function send(values: Values) {
    const { name, scopes } = values;
    const made = await makeClient({ name, scopes, bound: boundOf(values) });
    onDone({ id: made.id, secret: made.secret });
    await queries.invalidateQueries({ queryKey: ["clients"] });
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Make this client</Trans>}>
      <TextField
        name="name"
        label={t`Name`}
        hint={t`Of the program or the partner that runs it.`}
        maxLength={200}
        rules={{ required: t`Write a name.` }}
      />
      <fieldset>
        <legend>
          <Trans>It may</Trans>
        </legend>
        {SCOPES.map((each) => (
          <label key={each} className="check">
            <input
              type="checkbox"
              value={each}
              {...form.register("scopes", { required: t`Choose at least one.` })}
            />
            <span>{scope(each)}</span>
          </label>
        ))}
        {wrong ? <p className="field-error small">{wrong}</p> : null}
      </fieldset>
      <Radios
        legend={t`It speaks for`}
        value={way}
        options={[
          { value: "nobody", label: t`nobody in particular` },
          { value: "organisation", label: t`an organisation` },
          { value: "country", label: t`a country` },
        ]}
        onChange={(value) => form.setValue("way", value as Values["way"])}
      />
      {way === "organisation" ? (
        <OrganisationField
          name="organisation"
          required={t`Choose the organisation.`}
          value={({ slug }) => slug}
        />
      ) : null}
      {way === "country" ? (
        <Select
          name="country"
          label={t`Country`}
          rules={{ required: t`Choose a country.` }}
          options={[
            { value: "", label: t`Choose` },
            ...countries(language).map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      ) : null}
    </Form>
  );
}
