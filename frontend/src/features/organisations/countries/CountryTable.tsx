import { useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";

type CountryRow = { code: string; organisations: number; networks: number };

/** Every country of the directory by its name in the reader's language. */
export function CountryTable({ countries }: { countries: readonly CountryRow[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const { compare } = new Intl.Collator(language);
  const rows = countries
    .map((row) => ({ ...row, label: countryName(row.code, language) }))
    .sort((a, b) => compare(a.label, b.label));
  return (
    <DataTable
      caption={t`Countries with their organisations and networks`}
      silentCaption
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "name",
          heading: t`Country`,
          cell: (row) => <Link href={`/countries/${row.code}`}>{row.label}</Link>,
        },
        {
          key: "organisations",
          heading: t`Organisations`,
          number: true,
          cell: (row) => number.format(row.organisations),
        },
        {
          key: "networks",
          heading: t`Networks they belong to today`,
          number: true,
          cell: (row) => number.format(row.networks),
        },
      ]}
    />
  );
}
