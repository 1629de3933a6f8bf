import { useLingui } from "@lingui/react/macro";
import { NotStated } from "@/ui/NotStated";
import { Text } from "@/ui/Text";
import type { Replication } from "./queries";

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
