import { Trans } from "@lingui/react/macro";
import { SourceName } from "@/ui/SourceName";
import type { Rules } from "./queries";

/** Where a version of the rules is written. */
export function RuleSource({ rules }: { rules: Rules }) {
  if (rules.sources.length === 0) return <Trans>Source not stated.</Trans>;
  return (
    <>
      {rules.sources.map((source, index) => (
        <span key={JSON.stringify(source.label)}>
          {index > 0 ? "; " : null}
          <SourceName source={source} />
        </span>
      ))}
    </>
  );
}
