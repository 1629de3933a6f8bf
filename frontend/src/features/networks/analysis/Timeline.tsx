import { Trans, useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { DataTable } from "@/ui/DataTable";
import { Figure } from "@/ui/Figure";
import { Glyph } from "@/ui/Glyph";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { useText } from "@/ui/Text";
import type { Analysis } from "../queries";
import { csvAddress } from "./csv";
import { Lifelines } from "./Lifelines";
import { endOf, foundingTypes, type Lifeline, surveyYear, youngerHalf } from "./records";
import type { Shown } from "./shown";

/** From founding to end, one line a network. */
export function Timeline({ analysis, shown }: { analysis: Analysis; shown: Shown }) {
  const { t } = useLingui();
  const label = useLabel();
  const text = useText();
  const { networks, total } = analysis;
  const half = youngerHalf(networks);
  const count = half?.count;
  const year = half?.year;

  return (
    <Figure
      heading={
        half ? (
          <Trans>
            {count} of the {total} networks began in {year} or later
          </Trans>
        ) : (
          <Trans>When the networks began</Trans>
        )
      }
      caption={
        <Trans>
          A line runs from the founding year to a stated end; an arrow means open-ended, a dashed
          end that none is stated. The dotted line is the year of the survey, {surveyYear}.
        </Trans>
      }
      drawing={<Lifelines networks={networks} />}
      table={
        <DataTable
          caption={t`Founding and end of the networks`}
          silentCaption
          rows={networks}
          rowKey={(network) => network.slug}
          columns={[
            {
              key: "name",
              heading: t`Network`,
              cell: (network) => (
                <Link href={`/networks/${network.slug}`}>{text(network.name)}</Link>
              ),
            },
            {
              key: "type",
              heading: t`Founding type`,
              cell: (network) => label("founding_type", network.founding_type),
            },
            {
              key: "from",
              heading: t`Founded`,
              number: true,
              cell: (network) => network.founded_year ?? <NotStated small />,
            },
            { key: "to", heading: t`End`, cell: (network) => <End network={network} /> },
          ]}
        />
      }
      {...shown("timeline")}
      source={
        <>
          {foundingTypes.map((type) => (
            <span key={type} className="timeline-key">
              <Glyph type={type} silent /> {label("founding_type", type)}
            </span>
          ))}
          <Trans>Source: profiles in BBSR-Online-Publikation 36/2023</Trans>
        </>
      }
      csvName="citypeers-timeline.csv"
      csv={csvAddress(
        ["slug", "name", "founding_type", "founded_year", "end_year", "duration_kind"],
        networks.map((network) => [
          network.slug,
          text(network.name),
          network.founding_type,
          network.founded_year,
          network.end_year,
          network.duration_kind,
        ]),
      )}
    />
  );
}

function End({ network }: { network: Lifeline }) {
  const end = endOf(network);
  if (end === "stated") return network.end_year;
  if (end === "open") return <Trans>Open-ended</Trans>;
  if (end === "limited")
    return <NotStated small>{<Trans>Limited, year not stated</Trans>}</NotStated>;
  return <NotStated small />;
}
