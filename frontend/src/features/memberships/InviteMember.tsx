import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { countries } from "@/i18n/countries";
import { languages } from "@/i18n/language";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Radios } from "@/ui/Fields";
import { Form } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { OrganisationField } from "@/ui/OrganisationField";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { invite, type MembershipSeen, useAfterChange } from "./queries";

/** For the secretariat: asks a country or an organisation to join. */
export function InviteMember({ network }: { network: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<MembershipSeen>();
  const begin = () => {
    setMade(undefined);
    setOpen(true);
  };
  return (
    <>
      <Button onClick={begin}>
        <Trans>Invite a country or an organisation</Trans>
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t`Invite a country or an organisation`}
      >
        {made ? (
          <Notice live tone="ok" title={<Trans>The invitation is on its way.</Trans>}>
            <Link href={`/memberships/${made.id}`}>
              <Trans>See where it stands</Trans>
            </Link>
          </Notice>
        ) : (
          <InviteForm network={network} onDone={setMade} />
        )}
      </Dialog>
    </>
  );
}

type Values = {
  party: "country" | "organisation";
  country: string;
  organisation: string;
  contact: { name: string; email: string; language: string };
};

type InviteFormProps = { network: string; onDone: (made: MembershipSeen) => void };

function InviteForm({ network, onDone }: InviteFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const after = useAfterChange();
  const key = useKey();
  const form = useForm<Values>({
    defaultValues: {
      party: "country",
      country: "",
      organisation: "",
      contact: { name: "", email: "", language },
    },
  });
  const party = form.watch("party");

  async function send({ party: chosen, country, organisation, contact }: Values) {
    const who = chosen === "country" ? { country } : { organisation };
    onDone(await after(() => invite(key, { network, contact, ...who })));
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Send the invitation</Trans>}>
      <Radios
        legend={t`Who is invited?`}
        value={party}
        options={[
          { value: "country", label: t`A country` },
          { value: "organisation", label: t`An organisation of the directory` },
        ]}
        onChange={(value) => form.setValue("party", value as Values["party"])}
      />
      {party === "country" ? (
        <Select
          name="country"
          label={t`Country`}
          rules={{ required: t`Choose a country.` }}
          options={[
            { value: "", label: t`Choose` },
            ...countries(language).map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      ) : (
        <OrganisationField
          name="organisation"
          required={t`Choose the organisation.`}
          value={({ slug }) => slug}
        />
      )}
      <TextField
        name="contact.name"
        label={t`Name of the person we write to`}
        maxLength={200}
        rules={{ required: t`Write the person's name.` }}
      />
      <TextField
        name="contact.email"
        type="email"
        label={t`E-mail address`}
        hint={t`The letter leads to an account, in which the person accepts or declines.`}
        rules={{ required: t`Write the person's email address.` }}
      />
      <Select
        name="contact.language"
        label={t`Language`}
        hint={t`In which we write to the person.`}
        options={Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }))}
      />
    </Form>
  );
}
