import { Trans } from "@lingui/react/macro";
import { formatInstant, formatPartialDate, precisionOf } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";

type PartialDateProps = {
  value: string /** Adds what is missing: "2026, day not stated". */;
  gap?: boolean;
};

/** A date in the precision its source gives. */
export function PartialDate({ value, gap }: PartialDateProps) {
  const shown = formatPartialDate(value, useLanguage());
  const precision = precisionOf(value);
  const time = <time dateTime={precision ? value : undefined}>{shown}</time>;
  if (!gap || precision === "day" || !precision) return time;
  return <Trans>{time}, day not stated</Trans>;
}

/** A moment, always with its zone. */
export function Instant({
  at,
  zone,
}: {
  at: string /** IANA name; else the reader's own. */;
  zone?: string;
}) {
  return <time dateTime={at}>{formatInstant(at, useLanguage(), zone)}</time>;
}
