import { Trans } from "@lingui/react/macro";
import { Badge } from "@/ui/Badge";
import { Link } from "@/ui/Link";
import { Plate } from "@/ui/Plate";
import { Text } from "@/ui/Text";
import { Day } from "../Day";
import type { RequestItem } from "../queries";
import { Summary } from "../request/Summary";
import { useWord } from "../words";

/** Requests in rows: who asks for what, and where it stands. */
export function RequestRows({ rows }: { rows: readonly RequestItem[] }) {
  const word = useWord();
  return (
    <ul className="coaching-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="coaching-row-head">
            <Plate>
              <Text of={row.organisation.label} />
            </Plate>
            <span className="muted small">
              <Summary of={row} />
            </span>
          </p>
          <h3 className="h3">
            <Link href={`/coaching/${row.id}`}>
              <Text of={row.title} />
            </Link>
          </h3>
          <p className="small coaching-row-head">
            <Badge>{word("state", row.state)}</Badge>
            <span className="muted">
              {row.answer_by && ["open", "proposed"].includes(row.state) ? (
                <Trans>
                  {row.reference}, open until <Day at={row.answer_by} />
                </Trans>
              ) : (
                <Trans>
                  {row.reference}, last changed on <Day at={row.updated_at} />
                </Trans>
              )}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
