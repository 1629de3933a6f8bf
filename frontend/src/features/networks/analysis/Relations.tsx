import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLabel } from "@/i18n/labels";
import { DataTable } from "@/ui/DataTable";
import { Figure } from "@/ui/Figure";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import type { Analysis } from "../queries";
import { Arcs } from "./Arcs";
import { csvAddress } from "./csv";
import { busiest } from "./records";
import type { Shown } from "./shown";

/** Who started, runs, works with or watches whom, among the networks. */
export function Relations({ analysis, shown }: { analysis: Analysis; shown: Shown }) {
  const { t } = useLingui();
  const label = useLabel();
  const text = useText();
  const { nodes, edges } = analysis.relations;
  const names = new Map(nodes.map((node) => [node.slug, text(node.label)]));
  const name = (slug: string) => names.get(slug) ?? slug;
  const first = busiest(edges);
  const leader = first ? name(first.slug) : "";
  const helped = first?.count;
  const relations = edges.length;
  const related = nodes.length;
  const alone = analysis.total - related;
  const network = (slug: string) => <Link href={`/networks/${slug}`}>{name(slug)}</Link>;

  return (
    <Figure
      heading={
        first ? (
          <Trans>
            {leader} helped to start or run {helped} others
          </Trans>
        ) : (
          <Trans>
            {relations} relations tie {related} networks together
          </Trans>
        )
      }
      caption={
        <Trans>
          {relations} relations between {related} networks, oldest first. Thick: started, ran or
          led. Thin: works together. Dotted: observes.
        </Trans>
      }
      drawing={<Arcs nodes={nodes} edges={edges} />}
      table={
        <DataTable
          caption={t`Relations between the networks`}
          silentCaption
          rows={edges}
          rowKey={(edge) => `${edge.source} ${edge.kind} ${edge.target}`}
          columns={[
            { key: "source", heading: t`Network`, cell: (edge) => network(edge.source) },
            { key: "kind", heading: t`Relation`, cell: (edge) => label("relation", edge.kind) },
            { key: "target", heading: t`To network`, cell: (edge) => network(edge.target) },
          ]}
        />
      }
      {...shown("relations")}
      source={
        <Plural
          value={alone}
          one="# network states no relation to another one"
          other="# networks state no relation to another one"
        />
      }
      csvName="citypeers-relations.csv"
      csv={csvAddress(
        ["source", "relation", "target"],
        edges.map((edge) => [edge.source, edge.kind, edge.target]),
      )}
    />
  );
}
