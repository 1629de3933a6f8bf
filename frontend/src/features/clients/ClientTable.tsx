import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useScopeWord } from "@/i18n/useScopeWord";
import { Badge } from "@/ui/Badge";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import type { Client } from "./queries";

type ClientTableProps = { items: readonly Client[]; href: (id: string) => string };

/** Which programs may ask for access, and for what. */
export function ClientTable({ items, href }: ClientTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const scope = useScopeWord();
  return (
    <DataTable
      caption={t`API clients`}
      silentCaption
      columns={[
        {
          key: "name",
          heading: t`Name`,
          cell: (row: Client) => <Link href={href(row.id)}>{row.name}</Link>,
        },
        {
          key: "scopes",
          heading: t`It may`,
          cell: ({ scopes }) => scopes.map((each) => scope(each)).join(", "),
        },
        {
          key: "bound",
          heading: t`Speaks for`,
          cell: ({ bound }) =>
            !bound ? (
              <Trans>nobody in particular</Trans>
            ) : bound.kind === "country" ? (
              countryName(bound.id, language)
            ) : (
              <Link href={`/organisations/${bound.id}`}>
                <Trans>an organisation</Trans>
              </Link>
            ),
        },
        {
          key: "state",
          heading: t`State`,
          cell: ({ state }) =>
            state === "active" ? (
              <Trans>Active</Trans>
            ) : (
              <Badge tone="bad">
                <Trans>Disabled</Trans>
              </Badge>
            ),
        },
      ]}
      rows={items}
      rowKey={(row) => row.id}
    />
  );
}
