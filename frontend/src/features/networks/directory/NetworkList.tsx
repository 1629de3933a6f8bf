import { Trans, useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { MemberCount } from "@/ui/Count";
import { Checkbox } from "@/ui/Fields";
import { Glyph } from "@/ui/Glyph";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Strip } from "@/ui/Strip";
import { Text, useText } from "@/ui/Text";
import { fieldStates } from "../fieldStates";
import type { NetworkItem } from "../queries";

type NetworkListProps = {
  networks: readonly NetworkItem[];
  compared: readonly string[];
  most: number;
  onCompare: (slug: string, on: boolean) => void;
};

/** Rows under a rule: name, category and reach, beginning, members, what is stated. */
export function NetworkList({ networks, compared, most, onCompare }: NetworkListProps) {
  const { t } = useLingui();
  const text = useText();
  const label = useLabel();
  return (
    <ul className="network-rows">
      {networks.map((network) => {
        const name = text(network.name);
        const on = compared.includes(network.slug);
        return (
          <li key={network.slug}>
            <div>
              <h3 className="h3">
                <Link href={`/networks/${network.slug}`}>
                  <Text of={network.name} />
                </Link>
              </h3>
              <p className="small muted">
                {label("category", network.category)} · {label("scope", network.geographic_scope)}
              </p>
              <div className="no-print">
                <Checkbox
                  dense
                  checked={on}
                  disabled={!on && compared.length >= most}
                  onChange={(next) => onCompare(network.slug, next)}
                >
                  <span aria-hidden="true">
                    <Trans>Compare</Trans>
                  </span>
                  <span className="vh">{t`Compare ${name}`}</span>
                </Checkbox>
              </div>
            </div>
            <div className="network-facts">
              <p>
                <Glyph type={network.founding_type} /> <Years network={network} />
              </p>
              <p>
                {network.member_count === null ? (
                  <NotStated small>
                    <Trans>members not stated</Trans>
                  </NotStated>
                ) : (
                  <MemberCount
                    value={network.member_count}
                    qualifier={network.member_count_qualifier}
                  />
                )}
              </p>
              <Strip fields={fieldStates(network)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** "since 2019 to 2030" */
function Years({ network }: { network: NetworkItem }) {
  const year = network.founded_year === null ? null : String(network.founded_year);
  const end = network.end_year === null ? null : String(network.end_year);
  return (
    <>
      {year ? (
        <Trans>
          since <b className="num">{year}</b>
        </Trans>
      ) : (
        <NotStated small>
          <Trans>founding not stated</Trans>
        </NotStated>
      )}
      {end ? (
        <span className="muted num">
          {" "}
          <Trans>to {end}</Trans>
        </span>
      ) : null}
    </>
  );
}
