import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import type { Project } from "./queries";

/** Where it is written. */
export function Sources({ sources }: { sources: Project["sources"] }) {
  if (!sources || sources.length === 0) return null;
  return (
    <ul className="story-sources">
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
          {source.url ? <span className="print-only">{source.url}</span> : null}
        </li>
      ))}
    </ul>
  );
}
