import { useLanguage } from "@/i18n/useLanguage";

/** What a language is called in that of the reader. */
export function useLanguageNames(): (language: string) => string {
  const names = new Intl.DisplayNames(useLanguage(), { type: "language" });
  return (language) => names.of(language) ?? language;
}
