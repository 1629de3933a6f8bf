import { useLanguage } from "@/i18n/useLanguage";

/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MILLISECONDS = 86_400_000;

/** The days of the week by name, Monday is 1. */
export function useWeekdays(): { value: string; label: string }[] {
  const shape = new Intl.DateTimeFormat(useLanguage(), { weekday: "long", timeZone: "UTC" });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    value: String(day + 1),
    label: shape.format(MONDAY + day * DAY_MILLISECONDS),
  }));
}
