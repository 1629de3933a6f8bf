import { Trans, useLingui } from "@lingui/react/macro";
import { type Column, DataTable } from "@/ui/DataTable";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { useReasonWord } from "./reasonWords";
import type { Recommendation, Weight } from "./weights";

/** The same reasons in rows and columns. */
export function FindingsTable({ items, weights }: { items: Recommendation[]; weights: Weight[] }) {
  const { t } = useLingui();
  const word = useReasonWord();
  const reasons = weights.map(
    ({ code }): Column<Recommendation> => ({
      key: code,
      heading: word(code),
      cell: ({ reasons }) => {
        const reason = reasons.find((each) => each.code === code);
        if (!reason) return <span className="num">0</span>;
        return (
          <>
            <b className="num">{reason.points}</b> <small className="muted">{reason.text}</small>
          </>
        );
      },
    }),
  );
  return (
    <DataTable
      caption={<Trans>Networks with their reasons and points</Trans>}
      rows={items}
      rowKey={({ network }) => network.slug}
      columns={[
        {
          key: "network",
          heading: t`Network`,
          cell: ({ network }) => (
            <Link href={`/networks/${network.slug}`}>
              <Text of={network.name} />
            </Link>
          ),
        },
        { key: "score", heading: t`Points`, number: true, cell: ({ score }) => score },
        ...reasons,
      ]}
    />
  );
}
