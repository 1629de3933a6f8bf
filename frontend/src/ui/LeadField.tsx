import { useLingui } from "@lingui/react/macro";
import type { Lead } from "@/api/leads";
import { OrganisationField } from "./OrganisationField";
import { Select } from "./Select";
import { useText } from "./Text";

type LeadFieldProps = {
  /** Those in whose name the reader acts; the staff, who may act for any, search the directory. */
  leads: Lead[];
  hint: string;
};

/** In whose name something is begun: the slug of an organisation, as `organisation`. */
export function LeadField({ leads, hint }: LeadFieldProps) {
  const { t } = useLingui();
  const text = useText();
  if (leads.length === 0) {
    return (
      <OrganisationField
        name="organisation"
        required={t`Choose an organisation.`}
        value={({ slug }) => slug}
      />
    );
  }
  return (
    <Select
      name="organisation"
      label={t`Organisation`}
      hint={hint}
      options={leads.map(({ slug, label }) => ({ value: slug, label: text(label) }))}
    />
  );
}
