import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { countries } from "@/i18n/countries";
import { languages } from "@/i18n/language";
import { useLanguage } from "@/i18n/useLanguage";
import { Radios } from "@/ui/Fields";
import { Form } from "@/ui/Form";
import { OrganisationField } from "@/ui/OrganisationField";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { apply, type OrganisationKind } from "./queries";
import { KINDS, useWord } from "./words";

type Values = {
  way: "known" | "new";
  organisation: string;
  new_organisation: { name: string; kind: OrganisationKind; country: string };
  name: string;
  email: string;
  language: string;
  motivation: string;
};

const SHORTEST = 20;

type ApplyFormProps = { network: string; onSent: (email: string) => void };

/** An organisation asks to belong to a network. */
export function ApplyForm({ network, onSent }: ApplyFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const key = useKey();
  const word = useWord();
  const form = useForm<Values>({
    shouldUnregister: false,
    defaultValues: {
      way: "known",
      organisation: "",
      new_organisation: { name: "", kind: "municipality", country: "" },
      name: "",
      email: "",
      language,
      motivation: "",
    },
  });
  const way = form.watch("way");

  async function send({ way: chosen, organisation, new_organisation, ...rest }: Values) {
    const who = chosen === "known" ? { organisation } : { new_organisation };
    await apply(network, key, { ...rest, ...who });
    onSent(rest.email);
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Send the application</Trans>}>
      <Radios
        legend={t`Who wants to join?`}
        value={way}
        options={[
          { value: "known", label: t`An organisation of the directory` },
          { value: "new", label: t`An organisation that is not there yet` },
        ]}
        onChange={(value) => form.setValue("way", value as Values["way"])}
      />
      {way === "known" ? (
        <OrganisationField
          name="organisation"
          required={t`Choose the organisation, or say that it is not there yet.`}
          value={({ slug }) => slug}
          onMissing={() => form.setValue("way", "new")}
        />
      ) : (
        <>
          <TextField
            name="new_organisation.name"
            label={t`Name of the organisation`}
            rules={{ required: t`Write the name of the organisation.` }}
          />
          <Select
            name="new_organisation.kind"
            label={t`Kind`}
            options={KINDS.map((kind) => ({
              value: kind,
              label: word("organisation_kind", kind),
            }))}
          />
          <Select
            name="new_organisation.country"
            label={t`Country`}
            rules={{ required: t`Choose a country.` }}
            options={[
              { value: "", label: t`Choose` },
              ...countries(language).map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </>
      )}
      <TextArea
        name="motivation"
        label={t`Why do you want to join?`}
        hint={t`What you work on, and what you hope to learn or share.`}
        rows={6}
        maxLength={10_000}
        rules={{
          required: t`Write why you want to join.`,
          minLength: { value: SHORTEST, message: t`Write at least ${SHORTEST} letters.` },
        }}
      />
      <TextField
        name="name"
        label={t`Your name`}
        autoComplete="name"
        maxLength={200}
        rules={{ required: t`Write your name.` }}
      />
      <TextField
        name="email"
        type="email"
        label={t`E-mail address`}
        hint={t`We send a link there; the application is sent off once you open it.`}
        autoComplete="email"
        rules={{ required: t`Write your address.` }}
      />
      <Select
        name="language"
        label={t`Language`}
        hint={t`In which we write to you.`}
        options={Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }))}
      />
    </Form>
  );
}
