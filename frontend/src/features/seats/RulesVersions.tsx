import { Trans, useLingui } from "@lingui/react/macro";
import { Badge } from "@/ui/Badge";
import { DataTable } from "@/ui/DataTable";
import { PartialDate } from "@/ui/Dates";
import type { Rules } from "./queries";
import { RuleSource } from "./RuleSource";
import { useRange } from "./useRange";

/** Every version of the rules, the newest first. */
export function RulesVersions({ versions }: { versions: readonly Rules[] }) {
  const { t } = useLingui();
  const range = useRange();
  return (
    <DataTable
      caption={t`Every version of the rules`}
      columns={[
        {
          key: "number",
          heading: t`Version`,
          cell: ({ number, in_force }: Rules) => (
            <>
              {number}{" "}
              {in_force ? (
                <Badge tone="ok">
                  <Trans>in force</Trans>
                </Badge>
              ) : null}
            </>
          ),
        },
        {
          key: "from",
          heading: t`First day`,
          cell: ({ valid_from }) => <PartialDate value={valid_from} />,
        },
        {
          key: "countries",
          heading: t`Partner countries`,
          cell: ({ bounds }) => range(bounds.countries),
        },
        { key: "national", heading: t`National`, cell: ({ bounds }) => range(bounds.national) },
        { key: "municipal", heading: t`Municipal`, cell: ({ bounds }) => range(bounds.municipal) },
        { key: "source", heading: t`Source`, cell: (rules) => <RuleSource rules={rules} /> },
      ]}
      rows={versions}
      rowKey={(rules) => rules.id}
    />
  );
}
