import { Trans, useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { Badge } from "@/ui/Badge";
import { DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import type { Account } from "./queries";

type AccountTableProps = { items: readonly Account[]; href: (id: string) => string };

/** Who has an account, with which roles. */
export function AccountTable({ items, href }: AccountTableProps) {
  const { t } = useLingui();
  const label = useLabel();
  return (
    <DataTable
      caption={t`Accounts`}
      silentCaption
      columns={[
        {
          key: "name",
          heading: t`Name`,
          cell: (row: Account) => <Link href={href(row.id)}>{row.name}</Link>,
        },
        { key: "email", heading: t`E-mail address`, cell: (row) => row.email },
        {
          key: "roles",
          heading: t`Roles`,
          cell: ({ grants }) =>
            grants.length === 0 ? (
              <span className="muted">
                <Trans>none</Trans>
              </span>
            ) : (
              [...new Set(grants.map(({ role }) => label("role", role)))].join(", ")
            ),
        },
        {
          key: "state",
          heading: t`State`,
          cell: ({ state, second_factor }) => (
            <>
              {state === "disabled" ? (
                <Badge tone="bad">
                  <Trans>Disabled</Trans>
                </Badge>
              ) : (
                <Trans>Active</Trans>
              )}
              {second_factor ? (
                <span className="muted">
                  {", "}
                  <Trans>second factor</Trans>
                </span>
              ) : null}
            </>
          ),
        },
      ]}
      rows={items}
      rowKey={(row) => row.id}
    />
  );
}
