import { useLanguage } from "@/i18n/useLanguage";

/** "a, b and c" in the reader's language. */
export function useListed(): (names: string[]) => string {
  const language = useLanguage();
  const tag = language === "en" ? "en-GB" : language;
  return (names) => new Intl.ListFormat(tag, { type: "conjunction" }).format(names);
}
