/** Dates in the precision their source gives, never rounded, never completed. */
export type Precision = "year" | "month" | "day";

const PARTIAL = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

export function precisionOf(value: string): Precision | undefined {
  const match = PARTIAL.exec(value);
  if (!match) return undefined;
  return match[3] ? "day" : match[2] ? "month" : "year";
}

const shapes: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
};

/** British order for English: the networks are read in Europe first. */
export function regional(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** "2013", "December 2013" or "5 December 2013"; what is no date is shown as it stands. */
export function formatPartialDate(value: string, language: string): string {
  const precision = precisionOf(value);
  if (!precision) return value;
  const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const shape: Intl.DateTimeFormatOptions = { ...shapes[precision], timeZone: "UTC" };
  return new Intl.DateTimeFormat(regional(language), shape).format(date);
}

/** An instant always shows its zone; without one, the reader's own. */
export function formatInstant(at: string, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
}

/** A whole day with its weekday, as the reader's own calendar has it. */
export function formatDay(day: Date, language: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
  }).format(day);
}
