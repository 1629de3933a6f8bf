import { Trans, useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { DataTable } from "@/ui/DataTable";
import { Figure } from "@/ui/Figure";
import { Link } from "@/ui/Link";
import { EmptyState } from "@/ui/States";
import { useText } from "@/ui/Text";
import type { Analysis } from "../queries";
import { csvAddress } from "./csv";
import { type Gap, gaps } from "./records";
import type { Shown } from "./shown";
import { useListed } from "./useListed";

/** Which fields the sources leave open, and how often. */
export function Gaps({ analysis, shown }: { analysis: Analysis; shown: Shown }) {
  const { t } = useLingui();
  const label = useLabel();
  const text = useText();
  const listed = useListed();
  const { total } = analysis;
  const { open, closed } = gaps(analysis.not_stated);
  const labels = new Map(analysis.networks.map((network) => [network.slug, text(network.label)]));
  const worst = open[0];
  if (!worst) {
    return (
      <EmptyState
        says={<Trans>Every field of every network is stated.</Trans>}
        why={<Trans>As soon as a source leaves one open, it is listed here.</Trans>}
      />
    );
  }
  const field = label("field", worst.field);
  const most = worst.networks.length;
  const all = open.reduce((sum, gap) => sum + gap.networks.length, 0);
  const fields = open.length + closed.length;
  const complete = listed(closed.map((name) => label("field", name)));

  return (
    <Figure
      heading={
        <Trans>
          “{field}” is left open most often: by {most} of {total} networks
        </Trans>
      }
      caption={
        <Trans>
          {all} gaps in the {fields} fields of {total} profiles. One dashed bar, one network whose
          source says nothing. Each row opens these networks in the directory.
        </Trans>
      }
      drawing={
        <>
          <Bars open={open} />
          {closed.length > 0 ? (
            <p className="small muted gap-closed">
              <Trans>Stated by all networks: {complete}.</Trans>
            </p>
          ) : null}
        </>
      }
      table={
        <DataTable
          caption={t`Fields that are not stated`}
          silentCaption
          rows={[...open, ...closed.map((name): Gap => ({ field: name, networks: [] }))]}
          rowKey={(gap) => gap.field}
          columns={[
            { key: "field", heading: t`Field`, cell: (gap) => <GapLink gap={gap} /> },
            {
              key: "count",
              heading: t`Not stated by`,
              number: true,
              cell: (gap) => gap.networks.length,
            },
            {
              key: "networks",
              heading: t`Networks`,
              cell: (gap) => gap.networks.map((slug) => labels.get(slug) ?? slug).join(", "),
            },
          ]}
        />
      }
      {...shown("gaps")}
      source={<Trans>Source: the field states of all published profiles</Trans>}
      csvName="citypeers-gaps.csv"
      csv={csvAddress(
        ["field", "not_stated_by", "networks"],
        Object.entries(analysis.not_stated).map(([name, slugs]) => [
          name,
          slugs.length,
          slugs.join(" "),
        ]),
      )}
    />
  );
}

function GapLink({ gap }: { gap: Gap }) {
  const name = useLabel()("field", gap.field);
  if (gap.networks.length === 0) return name;
  return <Link href={`/networks?not_stated=${gap.field}`}>{name}</Link>;
}

function Bars({ open }: { open: Gap[] }) {
  return (
    <ul className="towns gaps">
      {open.map((gap) => (
        <li key={gap.field}>
          <GapLink gap={gap} />
          <span className="squares" aria-hidden="true">
            {gap.networks.map((slug) => (
              <i key={slug} />
            ))}
          </span>
          <b className="num">{gap.networks.length}</b>
        </li>
      ))}
    </ul>
  );
}
