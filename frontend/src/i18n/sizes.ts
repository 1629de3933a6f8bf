const MEGA = 1_000_000;

/** "340 kB", "2.4 MB", as the language writes it. */
export function fileSize(bytes: number, language: string): string {
  const [value, unit, digits] =
    bytes < MEGA ? [Math.max(1, bytes / 1000), "kilobyte", 0] : [bytes / MEGA, "megabyte", 1];
  const style = { style: "unit", unit: `${unit}`, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, style).format(value);
}

/** "PDF", from the name: the server sees to it that a name ends as its kind does. */
export function fileKind(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toUpperCase();
}
