import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { TextButton } from "@/ui/Button";
import { Select } from "@/ui/Fields";
import { ErrorState, Skeleton } from "@/ui/States";
import type { Seen } from "../queries";
import { ClockStrip, useMinutes } from "./ClockStrip";
import { offsetOf } from "./clocks";
import { AskHours, MyHours } from "./OfficeHours";
import { type Party, slotsQuery } from "./queries";
import { Times } from "./Times";
import "./slots.scss";

const DAYS = 14;
export const LENGTHS = [30, 45, 60, 90, 120];
const DAY_MILLISECONDS = 86_400_000;
type FinderProps = {
  seen: Seen;
  /** How long, and from which day; the address holds both. */
  minutes: number;
  first: string | undefined;
  onWanted: (wanted: { minutes?: number; first?: string | undefined }) => void;
  /** The session that is moved; else a new one is booked. */
  move: string | undefined;
};

/** When the cities can meet: both clocks, the times that suit, what each says, whose turn it is. */
export function SlotFinder({ seen, minutes, first, onWanted, move }: FinderProps) {
  const { t } = useLingui();
  const long = useMinutes();
  const wanted = { days: DAYS, minutes, ...(first ? { first } : {}) };
  const answer = useQuery(slotsQuery(seen.data.id, wanted));
  if (answer.isPending) return <Skeleton rows={8} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const slots = answer.data;
  if (slots.zone_missing.length > 0) {
    return <AskHours parties={slots.parties} missing={slots.zone_missing} />;
  }
  const begins = slots.days[0]?.day ?? "";
  const turn = (by: number) => {
    const to = new Date(Date.parse(begins) + by * DAYS * DAY_MILLISECONDS);
    onWanted({ first: to.toISOString().slice(0, begins.length) });
  };
  return (
    <>
      <Apart parties={slots.parties} at={begins} />
      <ClockStrip parties={slots.parties} at={`${begins}T12:00:00Z`} />
      <MyHours parties={slots.parties} />
      <div className="slot-wanted">
        <Select
          inline
          label={<Trans>Length</Trans>}
          value={String(minutes)}
          options={LENGTHS.map((each) => ({ value: String(each), label: long(each) }))}
          onChange={(value) => onWanted({ minutes: Number(value) })}
        />
        <p className="coaching-views">
          {Date.parse(begins) > Date.now() + DAY_MILLISECONDS ? (
            <TextButton onClick={() => turn(-1)}>
              <Trans>Two weeks earlier</Trans>
            </TextButton>
          ) : null}
          <TextButton onClick={() => turn(1)}>
            <Trans>Two weeks later</Trans>
          </TextButton>
        </p>
      </div>
      <Times
        key={`${begins} ${minutes}`}
        seen={seen}
        slots={slots}
        move={move}
        label={t`Times that suit`}
      />
    </>
  );
}

/** "The cities are 8 hours 30 minutes apart." */
function Apart({ parties, at }: { parties: readonly Party[]; at: string }) {
  const long = useMinutes();
  const offsets = parties.flatMap(({ hours: { zone } }) =>
    zone ? [offsetOf(zone, new Date(`${at}T12:00:00Z`))] : [],
  );
  const apart = Math.max(...offsets) - Math.min(...offsets);
  const told = long(apart);
  return (
    <p className="lead muted">
      {apart === 0 ? (
        <Trans>All clocks show the same time.</Trans>
      ) : (
        <Trans>The cities are {told} apart.</Trans>
      )}
    </p>
  );
}
