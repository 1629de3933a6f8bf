import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { Text, useText } from "@/ui/Text";
import type { Network } from "../queries";
import { differs, useRows } from "./rows";

type ComparisonProps = {
  networks: readonly Network[];
  /** The address without one of them. */
  without: (slug: string) => string;
};

/** Up to four networks side by side, a real table; on phones every fact is a block of its own. */
export function Comparison({ networks, without }: ComparisonProps) {
  const { t } = useLingui();
  const text = useText();
  const rows = useRows();
  return (
    <section className="comparison" aria-label={t`Comparison`} tabIndex={-1}>
      <table className="table">
        <caption className="vh">
          <Trans>The networks side by side, a fact a row</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Fact</Trans>
            </th>
            {networks.map((network) => {
              const name = text(network.name);
              return (
                <th key={network.slug} scope="col">
                  <Link href={`/networks/${network.slug}`}>
                    <Text of={network.name} />
                  </Link>
                  <Link
                    className="small no-print"
                    href={without(network.slug)}
                    aria-label={t`Remove ${name} from the comparison`}
                  >
                    <Trans>Remove</Trans>
                  </Link>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.heading}
                {differs(row, networks) ? (
                  <span className="tiny muted">
                    <Trans>differs</Trans>
                  </span>
                ) : null}
              </th>
              {networks.map((network) => (
                <td key={network.slug} data-label={text(network.label)}>
                  {row.cell(network)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
