import { Trans } from "@lingui/react/macro";
import { regional } from "@/i18n/dates";
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
  const shown = new Intl.DateTimeFormat(regional(language), {
    ...(weekday ? { weekday: "long" } : {}),
    ...(isThisYear ? {} : { year: "numeric" }),
    month: "long",
    day: "numeric",
    // A whole day has no zone of its own.
    ...(at.length === "2026-01-01".length ? { timeZone: "UTC" } : {}),
  }).format(day);
  return <time dateTime={at}>{shown}</time>;
}

/** In which zone the days of a page are told: two cities may be a day apart. */
export function ZoneOfDays() {
  const shape = new Intl.DateTimeFormat(regional(useLanguage()), { timeZoneName: "longGeneric" });
  const zone = shape.formatToParts().find(({ type }) => type === "timeZoneName")?.value;
  return (
    <p className="small muted zone-of-days">
      <Trans>All days here are those of your time zone: {zone}.</Trans>
    </p>
  );
}
