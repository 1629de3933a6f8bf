import { useLingui } from "@lingui/react/macro";

/** The sign between two columns, in words. */
export function useDelimiterName(): (sign: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    ",": t`Comma`,
    ";": t`Semicolon`,
    "\t": t`Tab`,
    " ": t`Space`,
  };
  return (sign) => names[sign] ?? sign;
}
