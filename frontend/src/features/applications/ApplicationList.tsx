import { useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Dates";
import { Link } from "@/ui/Link";
import { NetworkLink } from "./NetworkLink";
import type { Application } from "./queries";
import { useWord } from "./words";

/** Who asks to belong where, since when. */
export function ApplicationList({ items }: { items: readonly Application[] }) {
  const { t } = useLingui();
  const word = useWord();
  const language = useLanguage();
  return (
    <DataTable
      caption={t`Applications`}
      silentCaption
      columns={[
        {
          key: "organisation",
          heading: t`Organisation`,
          cell: (row: Application) => (
            <Link href={`/applications/${row.id}`}>{row.organisation_name}</Link>
          ),
        },
        {
          key: "kind",
          heading: t`Kind`,
          cell: (row) => word("organisation_kind", row.organisation_kind),
        },
        { key: "country", heading: t`Country`, cell: (row) => countryName(row.country, language) },
        {
          key: "network",
          heading: t`Network`,
          cell: (row) => <NetworkLink network={row.network} />,
        },
        { key: "since", heading: t`Sent`, cell: (row) => <Instant at={row.created_at} /> },
      ]}
      rows={items}
      rowKey={(row) => row.id}
    />
  );
}
