import { regional } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";

/** "a, b and c" in the reader's language. */
export function useListed(): (names: string[]) => string {
  const language = useLanguage();
  return (names) => new Intl.ListFormat(regional(language), { type: "conjunction" }).format(names);
}
