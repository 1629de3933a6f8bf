import type { LanguageMap } from "@/i18n/text";
import { Link } from "./Link";
import { Text } from "./Text";

export type Source = { label: LanguageMap; locator: LanguageMap | null; url: string | null };

/** What a source is called, and where in it. */
export function SourceName({ source }: { source: Source }) {
  const label = <Text of={source.label} />;
  return (
    <>
      {source.url ? <Link href={source.url}>{label}</Link> : label}
      {source.locator ? (
        <>
          {", "}
          <Text of={source.locator} />
        </>
      ) : null}
    </>
  );
}
