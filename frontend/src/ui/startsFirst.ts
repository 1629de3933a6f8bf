function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Whatever begins with the typed letters comes before what only holds them; else the order stays. */
export function startsFirst<Option extends { label: string }>(
  options: readonly Option[],
  typed: string,
): Option[] {
  const wanted = bare(typed);
  const begins = (option: Option) => bare(option.label).startsWith(wanted);
  return [...options.filter(begins), ...options.filter((option) => !begins(option))];
}
