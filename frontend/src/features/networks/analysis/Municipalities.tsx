import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { TextButton } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { Figure } from "@/ui/Figure";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import type { Analysis } from "../queries";
import { csvAddress } from "./csv";
import { type Municipality, rank } from "./records";
import type { Shown } from "./shown";
import { useListed } from "./useListed";

type MunicipalitiesProps = {
  analysis: Analysis;
  shown: Shown;
  townHref: (name: string) => string;
  /** All of them, instead of those named most often. */
  all: boolean;
  onAll: (all: boolean) => void;
};

/** German municipalities, one square for each network that names them. */
export function Municipalities(props: MunicipalitiesProps) {
  const { analysis, shown, townHref, all, onAll } = props;
  const { t } = useLingui();
  const text = useText();
  const listed = useListed();
  const { municipalities } = analysis;
  const { first, most, top, next, named } = rank(municipalities);
  const total = municipalities.length;
  const labels = new Map(analysis.networks.map((network) => [network.slug, text(network.label)]));
  const named3 = first.length <= 3;
  const leaders = listed(first.map((each) => each.name));
  const leading = first.length;
  const nextCount = next[0]?.count ?? 0;
  const nextNames = listed(next.map((each) => each.name));

  return (
    <Figure
      heading={
        leading === 1 ? (
          <Trans>
            {leaders} is named by {most} networks
          </Trans>
        ) : named3 ? (
          <Trans>
            {leaders} are named by {most} networks each
          </Trans>
        ) : (
          <Trans>
            {leading} municipalities are named by {most} networks each
          </Trans>
        )
      }
      caption={
        <Trans>
          German municipalities named most often. One square, one network. {total} municipalities
          are named {named} times in all.
        </Trans>
      }
      drawing={
        <>
          <Squares municipalities={all ? municipalities : top} townHref={townHref} />
          {!all && next.length > 0 ? (
            <p className="small muted town-next">
              <Plural
                value={nextCount}
                one={`Named by one network each: ${nextNames}.`}
                other={`Named by # networks each: ${nextNames}.`}
              />
            </p>
          ) : null}
          {total > top.length ? (
            <TextButton aria-expanded={all} onClick={() => onAll(!all)}>
              {all ? <Trans>Show those named most often</Trans> : <Trans>Show all {total}</Trans>}
            </TextButton>
          ) : null}
        </>
      }
      table={
        <DataTable
          caption={t`German municipalities and the networks that name them`}
          silentCaption
          rows={municipalities}
          rowKey={(each) => each.name}
          columns={[
            {
              key: "name",
              heading: t`Municipality`,
              cell: (each) => <TownLink name={each.name} href={townHref(each.name)} />,
            },
            { key: "count", heading: t`Networks`, number: true, cell: (each) => each.count },
            {
              key: "networks",
              heading: t`Named by`,
              cell: (each) => each.networks.map((slug) => labels.get(slug) ?? slug).join(", "),
            },
          ]}
        />
      }
      {...shown("municipalities")}
      source={<Trans>Source: the networks' lists of German municipalities</Trans>}
      csvName="citypeers-municipalities.csv"
      csv={csvAddress(
        ["municipality", "count", "networks"],
        municipalities.map((each) => [each.name, each.count, each.networks.join(" ")]),
      )}
    />
  );
}

function TownLink({ name, href }: { name: string; href: string }) {
  return (
    <Link href={href} lang="de">
      {name}
    </Link>
  );
}

type SquaresProps = Pick<MunicipalitiesProps, "townHref"> & { municipalities: Municipality[] };

function Squares({ municipalities, townHref }: SquaresProps) {
  return (
    <ol className="towns">
      {municipalities.map((each) => (
        <li key={each.name}>
          <TownLink name={each.name} href={townHref(each.name)} />
          <span className="squares" aria-hidden="true">
            {each.networks.map((slug) => (
              <i key={slug} />
            ))}
          </span>
          <b className="num">{each.count}</b>
        </li>
      ))}
    </ol>
  );
}
