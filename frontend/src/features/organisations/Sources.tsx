import { SourceName } from "@/ui/SourceName";
import type { Organisation } from "./queries";

/** Where it is written. */
export function Sources({ sources }: { sources: Organisation["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <ul className="source-list">
      {sources.map((source) => (
        <li key={JSON.stringify(source)}>
          <SourceName source={source} />
        </li>
      ))}
    </ul>
  );
}
