import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useFormContext } from "react-hook-form";
import { type FoundOrganisation, foundQuery } from "@/api/organisations";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { SearchField } from "@/ui/Fields";
import { useText } from "@/ui/Text";

type OrganisationFieldProps = {
  /** As in the values of the form. */
  name: string;
  /** What is said where none is chosen. */
  required: string;
  /** What of the organisation the form holds. */
  value: (organisation: FoundOrganisation) => string;
  /** Where it may be that the directory does not know it. */
  onMissing?: () => void;
  /** The one that is chosen already. */
  present?: { value: string; label: ReactNode };
};

/** One organisation of the directory, found by its name. */
export function OrganisationField({
  name,
  required,
  value,
  onMissing,
  present,
}: OrganisationFieldProps) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const [q, setQ] = useState("");
  const { register, getFieldState, formState } = useFormContext();
  const error = getFieldState(name, formState).error?.message;
  const found = useQuery(foundQuery(q));
  const items = found.data?.items ?? [];
  const asks = q.trim().length > 1;

  return (
    <div className="known-organisation">
      <SearchField label={t`Search the directory by name`} value={q} onChange={setQ} />
      <fieldset aria-busy={found.isFetching}>
        <legend className="vh">{t`Organisations found`}</legend>
        {present ? (
          <label className="check">
            <input type="radio" value={present.value} {...register(name, { required })} />
            <span>{present.label}</span>
          </label>
        ) : null}
        {items.map((item) => (
          <label className="check" key={item.slug}>
            <input type="radio" value={value(item)} {...register(name, { required })} />
            <span>
              {text(item.label)}
              {item.country ? (
                <span className="muted">, {countryName(item.country, language)}</span>
              ) : null}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small muted" role="status">
        {asks && found.isSuccess && items.length === 0 ? (
          <Trans>Nothing in the directory has this name.</Trans>
        ) : null}
      </p>
      {error ? <p className="field-error small">{error}</p> : null}
      {asks && onMissing ? (
        <TextButton onClick={onMissing}>
          <Trans>It is not in this list</Trans>
        </TextButton>
      ) : null}
      {items.length === 0 && !present ? (
        // Without an organisation to choose, the form still says what it waits for.
        <input type="hidden" {...register(name, { required })} />
      ) : null}
    </div>
  );
}
