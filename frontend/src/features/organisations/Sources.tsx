import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import type { Organisation } from "./queries";

/** Where it is written. */
export function Sources({ sources }: { sources: Organisation["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <ul className="source-list">
      {sources.map((source) => (
        <li key={JSON.stringify(source)}>
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
        </li>
      ))}
    </ul>
  );
}
