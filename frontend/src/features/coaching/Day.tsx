import { useLanguage } from "@/i18n/useLanguage";

type DayProps = {
  at: string;
  /** With its weekday, as a day by which somebody has to act. */
  weekday?: boolean;
};

/** The day of a moment; its year only where it is not this one. */
export function Day({ at, weekday }: DayProps) {
  const language = useLanguage();
  const day = new Date(at);
  const isThisYear = day.getFullYear() === new Date().getFullYear();
  const shown = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...(weekday ? { weekday: "long" } : {}),
    ...(isThisYear ? {} : { year: "numeric" }),
    month: "long",
    day: "numeric",
    // A whole day has no zone of its own.
    ...(at.length === "2026-01-01".length ? { timeZone: "UTC" } : {}),
  }).format(day);
  return <time dateTime={at}>{shown}</time>;
}
