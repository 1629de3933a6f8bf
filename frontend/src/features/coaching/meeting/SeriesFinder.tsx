import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Radios, Select, TextField } from "@/ui/Fields";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import type { Seen } from "../queries";
import { useMinutes } from "./ClockStrip";
import { AskHours } from "./OfficeHours";
import { type Rhythm, seriesQuery, sessionsQuery, slotsQuery } from "./queries";
import { SeriesPlan } from "./SeriesPlan";
import { LENGTHS } from "./SlotFinder";
import { type Kind, proposedOf, rowsOf } from "./series";
import "./slots.scss";

const COUNTS = [2, 3, 4, 5, 6, 8, 10, 12];
const WEEKS = [1, 2, 3, 4];
const DAY_MILLISECONDS = 86_400_000;
const DATE_LENGTH = 10;
const COMPLETE = /^\d{4}-\d{2}-\d{2}$/;

export type SeriesAsked = {
  kind: Kind;
  first: string | undefined;
  sessions: number;
  weeks: number;
  minutes: number;
};

type FinderProps = {
  seen: Seen;
  asked: SeriesAsked;
  onAsk: (asked: Partial<SeriesAsked>) => void;
};

/** Several sessions at once: how often, how long, and by turns or always at the same hour. */
export function SeriesFinder({ seen, asked, onAsk }: FinderProps) {
  const { t } = useLingui();
  const long = useMinutes();
  const { kind, sessions, weeks, minutes } = asked;
  const first = asked.first ?? tomorrow();
  const [booked, setBooked] = useState(0);
  const every: Record<number, string> = {
    1: t`every week`,
    2: t`every two weeks`,
    3: t`every three weeks`,
    4: t`every four weeks`,
  };
  if (booked > 0) return <Booked count={booked} request={seen.data.id} />;
  return (
    <>
      <div className="series-asked section">
        <Radios
          legend={<Trans>How the times are found</Trans>}
          value={kind}
          options={[
            { value: "turns", label: t`By turns: whoever sat late least is next` },
            { value: "same", label: t`Always at the same hour` },
            { value: "proposed", label: t`Among the times that were proposed` },
          ]}
          onChange={(value) => onAsk({ kind: value as Kind })}
        />
        {kind === "proposed" ? null : (
          <div className="series-rhythm">
            <TextField
              type="date"
              label={t`From the day`}
              value={first}
              onChange={(value) => COMPLETE.test(value) && onAsk({ first: value })}
            />
            <Select
              label={t`How often`}
              value={String(weeks)}
              options={WEEKS.map((each) => ({ value: String(each), label: every[each] ?? "" }))}
              onChange={(value) => onAsk({ weeks: Number(value) })}
            />
            <Select
              label={t`How many sessions`}
              value={String(sessions)}
              options={COUNTS.map((each) => ({ value: String(each), label: String(each) }))}
              onChange={(value) => onAsk({ sessions: Number(value) })}
            />
            <Select
              label={t`Length`}
              value={String(minutes)}
              options={LENGTHS.map((each) => ({ value: String(each), label: long(each) }))}
              onChange={(value) => onAsk({ minutes: Number(value) })}
            />
          </div>
        )}
      </div>
      {kind === "proposed" ? (
        <Proposed seen={seen} minutes={minutes} onBooked={setBooked} />
      ) : (
        <Found
          seen={seen}
          kind={kind}
          rhythm={{ first, sessions, weeks, minutes }}
          onBooked={setBooked}
        />
      )}
    </>
  );
}

function Booked({ count, request }: { count: number; request: string }) {
  return (
    <Notice
      live
      tone="ok"
      title={<Plural value={count} one="The session is booked" other="# sessions are booked" />}
    >
      <Trans>All of you get it for your calendars.</Trans>{" "}
      <Link href={`/coaching/${request}`}>
        <Trans>Back to the request</Trans>
      </Link>
    </Notice>
  );
}

function tomorrow(): string {
  return new Date(Date.now() + DAY_MILLISECONDS).toISOString().slice(0, DATE_LENGTH);
}

type FoundProps = {
  seen: Seen;
  kind: Exclude<Kind, "proposed">;
  rhythm: Rhythm;
  onBooked: (count: number) => void;
};

function Found({ seen, kind, rhythm, onBooked }: FoundProps) {
  const answer = useQuery(seriesQuery(seen.data.id, rhythm));
  const ways = useQuery(proposedQuery(seen, rhythm.minutes));
  const failed = [answer, ways].find(({ isError }) => isError);
  if (failed?.error) {
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!answer.data || !ways.data) return <Skeleton rows={6} />;
  const { parties, zone_missing: missing } = answer.data;
  if (missing.length > 0) return <AskHours parties={parties} missing={missing} />;
  return (
    <SeriesPlan
      key={`${kind} ${Object.values(rhythm).join(" ")}`}
      seen={seen}
      kind={kind}
      parties={parties}
      ways={ways.data.ways}
      rows={rowsOf(kind, answer.data)}
      onBooked={onBooked}
    />
  );
}

/** One day is enough: what was proposed comes with any. */
function proposedQuery({ data }: Seen, minutes: number) {
  return slotsQuery(data.id, { days: 1, minutes });
}

type ProposedProps = { seen: Seen; minutes: number; onBooked: (count: number) => void };

function Proposed({ seen, minutes, onBooked }: ProposedProps) {
  const answer = useQuery(proposedQuery(seen, minutes));
  const sessions = useQuery(sessionsQuery(seen.data.id));
  const failed = [answer, sessions].find(({ isError }) => isError);
  if (failed?.error) {
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!answer.data || !sessions.data) return <Skeleton rows={6} />;
  const { parties, zone_missing: missing, ways } = answer.data;
  if (missing.length > 0) return <AskHours parties={parties} missing={missing} />;
  const planned = sessions.data.items.filter(({ state }) => state === "planned");
  const booked = planned.map(({ starts_at }) => starts_at);
  const rows = proposedOf(answer.data, booked);
  return (
    <>
      <p className="muted">
        <Plural
          value={rows.length}
          _0="Nothing was proposed that is still to come."
          one="# time was proposed and is still to come."
          other="# times were proposed and are still to come."
        />
      </p>
      {rows.length > 0 ? (
        <SeriesPlan
          seen={seen}
          kind="proposed"
          parties={parties}
          ways={ways}
          rows={rows}
          onBooked={onBooked}
        />
      ) : null}
    </>
  );
}
