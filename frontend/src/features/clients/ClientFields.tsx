import { Trans, useLingui } from "@lingui/react/macro";
import { useFormContext } from "react-hook-form";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { useScopeWord } from "@/i18n/useScopeWord";
import { Radios } from "@/ui/Fields";
import { OrganisationField } from "@/ui/OrganisationField";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { BoundName } from "./BoundName";
import { type Client, SCOPES } from "./queries";
import type { Values } from "./values";

/** What a client is called, what it may, and for whom it speaks; `bound` is what it is bound to already. */
export function ClientFields({ bound }: { bound?: Client["bound"] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const scope = useScopeWord();
  const { register, setValue, watch, formState } = useFormContext<Values>();
  const way = watch("way");
  const wrong = formState.errors.scopes?.message;
  return (
    <>
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
              {...register("scopes", { required: t`Choose at least one.` })}
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
        onChange={(value) => setValue("way", value as Values["way"])}
      />
      {way === "organisation" ? (
        <OrganisationField
          name="organisation"
          required={t`Choose the organisation.`}
          value={({ slug }) => slug}
          present={
            bound?.kind === "organisation"
              ? { value: bound.id, label: <BoundName bound={bound} /> }
              : undefined
          }
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
    </>
  );
}
