import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useMemo } from "react";
import { pickText } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { allOrganisationsQuery } from "../queries";
import { organisationKinds, useWord } from "../words";
import { Choice } from "./Choice";
import { countryOptions } from "./countries";
import { DatedNames } from "./DatedNames";
import { LanguageTexts } from "./LanguageTexts";
import { numberOf } from "./values";

type PartProps = { title: ReactNode; why?: ReactNode; children: ReactNode };

/** One part of the form: what it is about on the left, its fields on the right. */
export function Part({ title, why, children }: PartProps) {
  const id = useId();
  return (
    <section className="edit-part" aria-labelledby={id}>
      <div>
        <h2 className="h2" id={id}>
          {title}
        </h2>
        {why ? <p className="small muted">{why}</p> : null}
      </div>
      <div>{children}</div>
    </section>
  );
}

/** How it is called today; the name in lists is the staff's. */
export function Naming({ listed }: { listed: boolean }) {
  const { t } = useLingui();
  return (
    <Part title={<Trans>Name</Trans>} why={<Trans>As readers of each language see it.</Trans>}>
      {listed ? (
        <TextField
          name="name"
          label={t`Name in lists`}
          hint={t`The same in every language, as the place itself writes it.`}
          maxLength={300}
          rules={{ required: t`Write its name.` }}
        />
      ) : null}
      <LanguageTexts name="label" label={t`Name`} />
      <TextArea
        name="aliases"
        label={t`Also called`}
        hint={t`One to a line; each of them finds it.`}
      />
    </Part>
  );
}

export function History() {
  return (
    <Part
      title={<Trans>Names in time</Trans>}
      why={
        <Trans>
          The oldest first. Dates as precise as the source: 2019, 2019-09 or 2019-09-20. “Seen on”
          is the day on which a source showed the name.
        </Trans>
      }
    >
      <DatedNames />
    </Part>
  );
}

export function Website() {
  const { t } = useLingui();
  return (
    <Part title={<Trans>Website</Trans>}>
      <TextField name="website" type="url" label={t`Address`} hint="https://…" maxLength={300} />
    </Part>
  );
}

export function Kind() {
  const { t } = useLingui();
  const word = useWord();
  const reader = useLanguage();
  const countries = useMemo(() => countryOptions(reader), [reader]);
  const kinds = organisationKinds.map((value) => ({
    value,
    label: word("organisation_kind", value),
  }));
  return (
    <Part title={<Trans>Kind and country</Trans>}>
      <Select name="kind" label={t`Kind`} options={kinds} />
      <Choice name="country" label={t`Country`} options={countries} />
    </Part>
  );
}

export function Place() {
  const { t } = useLingui();
  const within = (most: number) => (typed: string) => {
    const number = numberOf(typed);
    return number === null || Math.abs(number) <= most || t`Write degrees, such as 48.14.`;
  };
  return (
    <Part
      title={<Trans>Place and people</Trans>}
      why={<Trans>In degrees; south and west are negative. Shown on the map.</Trans>}
    >
      <div className="edit-dates">
        <TextField
          short
          name="latitude"
          label={t`Latitude`}
          inputMode="text"
          rules={{ validate: within(90) }}
        />
        <TextField
          short
          name="longitude"
          label={t`Longitude`}
          inputMode="text"
          rules={{ validate: within(180) }}
        />
      </div>
      <TextField
        short
        name="population"
        label={t`People`}
        inputMode="numeric"
        rules={{ pattern: { value: /^\s*\d*\s*$/, message: t`Write digits only.` } }}
      />
    </Part>
  );
}

/** What it is part of and what came after it; never itself. */
export function Relations({ own }: { own: string }) {
  const { t } = useLingui();
  const reader = useLanguage();
  const everything = useQuery(allOrganisationsQuery({}));
  const options = useMemo(
    () =>
      (everything.data ?? [])
        .filter(({ slug }) => slug !== own)
        .map(({ slug, label, name }) => ({
          id: slug,
          label: pickText(label, reader)?.text ?? name,
        })),
    [everything.data, reader, own],
  );
  if (everything.isPending) return null;
  return (
    <Part
      title={<Trans>Belonging</Trans>}
      why={
        <Trans>Type to search among all organisations. Empty the field where there is none.</Trans>
      }
    >
      <Choice name="parent" label={t`Part of`} options={options} />
      <Choice name="successor" label={t`Succeeded by`} options={options} />
    </Part>
  );
}
