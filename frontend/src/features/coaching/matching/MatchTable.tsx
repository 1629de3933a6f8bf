import { Trans, useLingui } from "@lingui/react/macro";
import { DataTable } from "@/ui/DataTable";
import { Text } from "@/ui/Text";
import type { Factor, Match } from "../queries";
import { useWord } from "../words";

/** The same points as a table. */
export function MatchTable({ matches }: { matches: readonly Match[] }) {
  const { t } = useLingui();
  const word = useWord();
  const factors: Factor["factor"][] = matches[0]?.factors.map(({ factor }) => factor) ?? [];
  return (
    <DataTable
      caption={<Trans>Points of each city, of a hundred altogether</Trans>}
      columns={[
        {
          key: "city",
          heading: t`City`,
          cell: ({ organisation }: Match) => <Text of={organisation.label} />,
        },
        { key: "total", heading: t`Points`, number: true, cell: ({ total }) => total },
        ...factors.map((factor) => ({
          key: factor,
          heading: word("factor", factor),
          number: true,
          cell: (row: Match) => {
            const one = row.factors.find((each) => each.factor === factor);
            return one ? `${one.points}/${one.most}` : "–";
          },
        })),
      ]}
      rows={matches}
      rowKey={({ offer }) => offer}
    />
  );
}
