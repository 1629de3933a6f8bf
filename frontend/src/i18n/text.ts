/** One text in several languages, keyed by BCP 47 tag; the contract calls it a language map. */
export type LanguageMap = { [tag: string]: string };

export type Picked = { text: string; language: string };

/** The reader's language, then English, then German, then whatever there is. */
export function pickText(
  map: LanguageMap | null | undefined,
  language: string,
): Picked | undefined {
  if (!map) return undefined;
  const tags = Object.keys(map).filter((tag) => map[tag]?.trim());
  for (const asked of [language, "en", "de"]) {
    const tag =
      tags.find((t) => t === asked) ?? tags.find((t) => t.split("-")[0] === asked.split("-")[0]);
    if (tag) return { text: map[tag] ?? "", language: tag };
  }
  const any = tags[0];
  return any ? { text: map[any] ?? "", language: any } : undefined;
}

/** "German" in the reader's language. */
export function languageName(tag: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: "language" }).of(tag) ?? tag;
}

/** "India" in the reader's language, from an ISO 3166-1 alpha-2 code. */
export function countryName(code: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: "region" }).of(code) ?? code;
}
