import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { classes } from "@/ui/classes";
import { DataTable } from "@/ui/DataTable";
import { Figure } from "@/ui/Figure";
import { Glyph } from "@/ui/Glyph";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import type { Analysis } from "../queries";
import { csvAddress } from "./csv";
import { cell, foundingTypes, type Lifeline, leading } from "./records";
import type { Shown } from "./shown";
import { useListed } from "./useListed";

/** What the matrix shows: the analysis, unless it is still on its way. */
type MatrixProps = { analysis: Analysis | undefined; shown: Shown };

/** Category by way of founding: one tile a network. How to read it is said before the records are here. */
export function Matrix({ analysis, shown }: MatrixProps) {
  const { t } = useLingui();
  const text = useText();
  return (
    <Figure
      heading={
        analysis ? <Finding analysis={analysis} /> : t`Networks by category and founding type`
      }
      caption={
        <>
          <Trans>
            Who took the first step: a government or the EU (top-down), or cities and associations
            themselves (bottom-up).
          </Trans>
          {analysis ? <Leading analysis={analysis} /> : null}
        </>
      }
      drawing={analysis ? <Tiles analysis={analysis} /> : <Skeleton rows={12} />}
      table={analysis ? <Rows networks={analysis.networks} /> : <Skeleton rows={12} />}
      {...shown("matrix")}
      source={<Trans>Source: BBSR-Online-Publikation 36/2023, Table 1, counted again here</Trans>}
      csvName="citypeers-matrix.csv"
      csv={
        analysis &&
        csvAddress(
          ["slug", "name", "category", "founding_type", "founded_year"],
          analysis.networks.map((network) => [
            network.slug,
            text(network.name),
            network.category,
            network.founding_type,
            network.founded_year,
          ]),
        )
      }
    />
  );
}

function Finding({ analysis }: { analysis: Analysis }) {
  const { total, by_founding_type: types } = analysis;
  const above = types.top_down ?? 0;
  const below = types.bottom_up ?? 0;
  return above > below ? (
    <Trans>
      {above} of {total} networks were founded from above, {below} from below
    </Trans>
  ) : (
    <Trans>
      {below} of {total} networks grew from below, {above} were founded from above
    </Trans>
  );
}

/** The categories in which one way of founding leads. */
function Leading({ analysis }: { analysis: Analysis }) {
  const label = useLabel();
  const listed = useListed();
  const names = (type: "top_down" | "bottom_up") =>
    listed(leading(analysis.matrix, type).map((category) => label("category", category)));
  const mostlyAbove = names("top_down");
  const mostlyBelow = names("bottom_up");
  return (
    <>
      {mostlyAbove ? (
        <>
          {" "}
          <Trans>Mostly top-down: {mostlyAbove}.</Trans>
        </>
      ) : null}
      {mostlyBelow ? (
        <>
          {" "}
          <Trans>Mostly bottom-up: {mostlyBelow}.</Trans>
        </>
      ) : null}
    </>
  );
}

function Rows({ networks }: { networks: Lifeline[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const text = useText();
  return (
    <DataTable
      caption={t`Networks by category and founding type`}
      silentCaption
      rows={networks}
      rowKey={(network) => network.slug}
      columns={[
        {
          key: "name",
          heading: t`Network`,
          cell: (network) => <Link href={`/networks/${network.slug}`}>{text(network.name)}</Link>,
        },
        {
          key: "category",
          heading: t`Category`,
          cell: (network) => label("category", network.category),
        },
        {
          key: "type",
          heading: t`Founding type`,
          cell: (network) => label("founding_type", network.founding_type),
        },
        {
          key: "year",
          heading: t`Founded`,
          number: true,
          cell: (network) => network.founded_year ?? <NotStated small />,
        },
      ]}
    />
  );
}

function Tiles({ analysis }: { analysis: Analysis }) {
  const { t } = useLingui();
  const label = useLabel();
  const { matrix, networks, by_category: counts, by_founding_type: types } = analysis;
  return (
    <table className="matrix">
      <caption className="vh">{t`Networks by category and founding type`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t`Category`}</span>
          </th>
          {foundingTypes.map((type) => (
            <th key={type} scope="col">
              <Glyph type={type} silent /> {label("founding_type", type)}{" "}
              <span className="muted num">{types[type] ?? 0}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.keys(matrix).map((category) => {
          const count = counts[category] ?? 0;
          return (
            <tr key={category}>
              <th scope="row">
                {label("category", category)}
                <span className="muted small">
                  <Plural value={count} one="# network" other="# networks" />
                </span>
              </th>
              {foundingTypes.map((type) => (
                <td key={type}>
                  <p className="matrix-type">
                    <Glyph type={type} silent /> {label("founding_type", type)}
                  </p>
                  <div className="matrix-cell">
                    <b className="num">{matrix[category]?.[type] ?? 0}</b>
                    <ul className="tiles">
                      {cell(networks, category, type).map((network) => (
                        <li key={network.slug}>
                          <Tile network={network} />
                        </li>
                      ))}
                    </ul>
                  </div>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Tile({ network }: { network: Lifeline }) {
  const text = useText();
  const year = network.founded_year;
  return (
    <Link
      href={`/networks/${network.slug}`}
      className={classes("tile", `tile-${network.founding_type}`, year === null && "is-open")}
    >
      {text(network.label)} <small>{year ?? <Trans>year not stated</Trans>}</small>
    </Link>
  );
}
