import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Fragment } from "react";
import { formatPartialDate } from "@/i18n/dates";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Mark } from "./Mark";
import type { Finding } from "./queries";

type FindingsProps = { refusals?: readonly Finding[]; warnings?: readonly Finding[] };

/** What the rules refuse or ask for: a sentence each, then the numbers. */
export function Findings({ refusals = [], warnings = [] }: FindingsProps) {
  const key = (finding: Finding) => `${finding.rule} ${finding.country}`;
  return (
    <ul className="findings">
      {refusals.map((finding) => (
        <li key={`refused ${key(finding)}`}>
          <Mark kind="refused" />
          <Refused finding={finding} />
        </li>
      ))}
      {warnings.map((finding) => (
        <li key={`asked ${key(finding)}`}>
          <Mark kind="attention" />
          <Missing finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Refused({ finding }: { finding: Finding }) {
  const language = useLanguage();
  const { current, limit, wanted, fits } = finding;
  const country = finding.country ? countryName(finding.country, language) : "";
  const heading: Record<Finding["rule"], React.ReactNode> = {
    countries: <Trans>The network cannot have {wanted} partner countries</Trans>,
    national: (
      <Trans>
        {country} cannot have {wanted} national seats
      </Trans>
    ),
    municipal: (
      <Trans>
        {country} cannot have {wanted} municipal seats
      </Trans>
    ),
  };
  return (
    <div>
      <h3 className="finding-title">{heading[finding.rule]}</h3>
      <p>
        <Trans>
          {current} of at most {limit} are taken, {wanted} are wanted.
        </Trans>{" "}
        <Plural value={fits} _0="There is room for no more." other="There is room for # more." />{" "}
        <Trans>Either something else ends first, or the network decides other rules.</Trans>
      </p>
    </div>
  );
}

function Missing({ finding }: { finding: Finding }) {
  const language = useLanguage();
  const { current, limit, fits } = finding;
  const country = finding.country ? countryName(finding.country, language) : "";
  const heading: Record<Finding["rule"], React.ReactNode> = {
    countries: (
      <Plural
        value={fits}
        one="The network needs # more partner country"
        other="The network needs # more partner countries"
      />
    ),
    national: (
      <Plural
        value={fits}
        one={`${country} needs # more confirmed national representative`}
        other={`${country} needs # more confirmed national representatives`}
      />
    ),
    municipal: (
      <Plural
        value={fits}
        one={`${country} needs # more confirmed municipal representative`}
        other={`${country} needs # more confirmed municipal representatives`}
      />
    ),
  };
  return (
    <div>
      <h3 className="finding-title">{heading[finding.rule]}</h3>
      <p>
        <Trans>
          {current} of at least {limit}.
        </Trans>{" "}
        <Deadline day={finding.deadline ?? undefined} />
      </p>
    </div>
  );
}

function Deadline({ day }: { day: string | undefined }) {
  const language = useLanguage();
  const { t } = useLingui();
  if (!day) return null;
  const shown = formatPartialDate(day, language);
  const isOver = day < new Date().toISOString().slice(0, 10);
  return <Fragment>{isOver ? t`This was due by ${shown}.` : t`This is due by ${shown}.`}</Fragment>;
}
