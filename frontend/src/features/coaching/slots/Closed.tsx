import { Trans } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { useText } from "@/ui/Text";
import type { Closed as ClosedDay, Day, Party } from "./queries";

/** Why a day has no slots or fewer: each holiday with its name and country, and who is away. */
export function Closed({ day, parties }: { day: Day; parties: Party[] }) {
  const told = day.closed.filter((each) => each.why !== "day_off");
  if (told.length === 0 && day.changes.length === 0) return null;
  return (
    <ul className="closed">
      {told.map((each) => (
        <li key={`${each.organisation} ${each.day} ${each.why}`}>
          <Reason closed={each} parties={parties} />
        </li>
      ))}
      {day.changes.map((each) => (
        <li key={`${each.organisation} ${each.at}`}>
          <ClocksChange
            by={each.minutes}
            city={<City slug={each.organisation} parties={parties} />}
          />
        </li>
      ))}
    </ul>
  );
}

function City({ slug, parties }: { slug: string; parties: Party[] }) {
  const text = useText();
  const found = parties.find((each) => each.hours.organisation.slug === slug);
  return <>{found ? text(found.hours.organisation.label) : slug}</>;
}

function Reason({ closed, parties }: { closed: ClosedDay; parties: Party[] }) {
  const text = useText();
  const language = useLanguage();
  const city = <City slug={closed.organisation} parties={parties} />;
  if (closed.why === "away") return <Trans>{city} is away</Trans>;
  const country = closed.country ? countryName(closed.country, language) : "";
  const holiday = text(closed.name);
  return (
    <Trans>
      {city}: {holiday}, public holiday in {country}
    </Trans>
  );
}

function ClocksChange({ by, city }: { by: number; city: React.ReactNode }) {
  const minutes = Math.abs(by);
  return by > 0 ? (
    <Trans>
      {city} puts its clocks forward by {minutes} minutes
    </Trans>
  ) : (
    <Trans>
      {city} puts its clocks back by {minutes} minutes
    </Trans>
  );
}
