import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import type { Rules } from "./queries";

/** Where a version of the rules is written. */
export function RuleSource({ rules }: { rules: Rules }) {
  if (rules.sources.length === 0) return <Trans>Source not stated.</Trans>;
  return (
    <>
      {rules.sources.map((source, index) => (
        <span key={JSON.stringify(source.label)}>
          {index > 0 ? "; " : null}
          {source.url ? (
            <Link href={source.url}>
              <Text of={source.label} />
            </Link>
          ) : (
            <Text of={source.label} />
          )}
          {source.locator ? (
            <>
              {", "}
              <Text of={source.locator} />
            </>
          ) : null}
        </span>
      ))}
    </>
  );
}
