import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { SearchField } from "@/ui/Fields";
import { useText } from "@/ui/Text";
import { foundQuery } from "./queries";

/** One organisation of the directory, found by its name. */
export function KnownOrganisation({ onMissing }: { onMissing: () => void }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const [q, setQ] = useState("");
  const { register, formState } = useFormContext<{ organisation: string }>();
  const error = formState.errors.organisation?.message;
  const found = useQuery(foundQuery(q));
  const items = found.data?.items ?? [];
  const asks = q.trim().length > 1;

  return (
    <div className="known-organisation">
      <SearchField label={t`Search the directory by name`} value={q} onChange={setQ} />
      <fieldset aria-busy={found.isFetching}>
        <legend className="vh">{t`Organisations found`}</legend>
        {items.map((item) => (
          <label className="check" key={item.slug}>
            <input
              type="radio"
              value={item.slug}
              {...register("organisation", {
                required: t`Choose the organisation, or say that it is not there yet.`,
              })}
            />
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
      {asks ? (
        <TextButton onClick={onMissing}>
          <Trans>It is not in this list</Trans>
        </TextButton>
      ) : null}
      {items.length === 0 ? (
        // Without an organisation to choose, the form still says what it waits for.
        <input
          type="hidden"
          {...register("organisation", {
            required: t`Choose the organisation, or say that it is not there yet.`,
          })}
        />
      ) : null}
    </div>
  );
}
