import { useLingui } from "@lingui/react/macro";
import { Count } from "@/ui/Count";
import { FactBar } from "@/ui/FactBar";
import type { Counts } from "./queries";

/** What became of the rows, or would; what did not happen is not listed. */
export function CountFacts({ counts, written }: { counts: Counts; written: boolean }) {
  const { t } = useLingui();
  const facts = [
    { term: t`Rows read`, value: counts.read, always: true },
    { term: written ? t`New projects` : t`Would be new`, value: counts.created, always: true },
    { term: written ? t`Changed` : t`Would change`, value: counts.changed },
    { term: t`The same as before`, value: counts.unchanged },
    { term: t`Kept as they are`, value: counts.kept },
    { term: t`Left out`, value: counts.skipped },
    { term: t`Refused`, value: counts.refused },
  ];
  return (
    <FactBar
      facts={facts
        .filter(({ value, always }) => always || value > 0)
        .map(({ term, value }) => ({ term, value: <Count value={value} /> }))}
    />
  );
}
