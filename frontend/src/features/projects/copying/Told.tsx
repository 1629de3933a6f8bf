import { Trans, useLingui } from "@lingui/react/macro";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Replication } from "./queries";

/** Who has confirmed it, in words. */
export function ConfirmedBy({ of }: { of: Replication }) {
  const bySource = of.confirmed_by_source_at !== null;
  const byAdopter = of.confirmed_by_adopter_at !== null;
  if (bySource && byAdopter) return <Trans>both sides</Trans>;
  if (bySource) return <Trans>the lead of the project</Trans>;
  if (byAdopter) return <Trans>the adopting organisation</Trans>;
  if (of.origin === "public_source") return <Trans>nobody yet; a public source tells of it</Trans>;
  return <Trans>nobody yet</Trans>;
}

/** What the adopter says of how it does the project again, before somebody stands for it. */
export function Told({ of }: { of: Replication }) {
  const { t } = useLingui();
  const entries = [
    { term: t`Kept`, value: of.kept },
    { term: t`Changed`, value: of.changed },
    { term: t`Missing`, value: of.missing },
  ];
  return (
    <dl className="copy-told">
      {entries.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value ? <Text of={value} told /> : <NotStated small />}</dd>
        </div>
      ))}
    </dl>
  );
}
