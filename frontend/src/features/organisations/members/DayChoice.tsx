import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { formatPartialDate } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { TextField } from "@/ui/Fields";
import { Link } from "@/ui/Link";

type DayChoiceProps = {
  /** The day of the address; none means today. */
  on: string | undefined;
  /** The day that is shown. */
  shown: string;
  /** Days on which a source saw the members. */
  observed: readonly string[];
  href: (on: string | undefined) => string;
  onDay: (on: string) => void;
};

/** A day by its date, or one of those on which the members were seen. */
export function DayChoice({ on, shown, observed, href, onDay }: DayChoiceProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <div className="day-choice no-print">
      <DayField key={shown} shown={shown} onDay={onDay} />
      {observed.length > 0 || on ? (
        <nav aria-label={t`Days to choose`}>
          {observed.length > 0 ? (
            <p className="small muted">
              <Trans>Days on which a source names them</Trans>
            </p>
          ) : null}
          <ul className="segments">
            {observed.map((day) => (
              <li key={day}>
                <Link href={href(day)} aria-current={day === on ? "true" : undefined}>
                  {formatPartialDate(day, language)}
                </Link>
              </li>
            ))}
            <li>
              <Link href={href(undefined)} aria-current={on === undefined ? "true" : undefined}>
                <Trans>Today</Trans>
              </Link>
            </li>
          </ul>
        </nav>
      ) : null}
    </div>
  );
}

/** While a date is being typed it is nobody's day yet. */
function DayField({ shown, onDay }: Pick<DayChoiceProps, "shown" | "onDay">) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(shown);
  return (
    <TextField
      type="date"
      label={t`Members on the day`}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        if (isDay(value)) onDay(value);
      }}
    />
  );
}

/** A whole date of a year with four digits, such as the API takes. */
export function isDay(value: string | undefined): value is string {
  if (!value || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}
