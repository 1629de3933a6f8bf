import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { TextButton } from "@/ui/Button";
import { Radios, Select } from "@/ui/Fields";
import { Refusal } from "@/ui/Form";
import { EmptyState, ErrorState, Skeleton } from "@/ui/States";
import { useWidth } from "@/ui/useWidth";
import { type Seen, useAfterStep } from "../queries";
import { BookChosen } from "./BookChosen";
import { ClockStrip, useMinutes } from "./ClockStrip";
import { offsetOf } from "./clocks";
import { gridOf } from "./grid";
import { AskHours, MyHours } from "./OfficeHours";
import {
  answerSlots,
  type Party,
  type Slot,
  type SlotAnswer,
  type Slots,
  sessionsQuery,
  slotsQuery,
} from "./queries";
import { SlotGrid } from "./SlotGrid";
import { SlotList } from "./SlotList";
import { Turns } from "./Turns";
import { useSlotWords } from "./useSlotWords";
import "./slots.scss";

const DAYS = 14;
const LENGTHS = [30, 45, 60, 90, 120];
const DAY_MILLISECONDS = 86_400_000;
/** So narrow the grid is a list. */
const NARROW = 720;

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

type Press = SlotAnswer | "look";

function useAnswering(seen: Seen, slots: Slots) {
  const once = useKey();
  const after = useAfterStep();
  const own = slots.parties.filter(({ mine }) => mine).map(({ hours }) => hours.organisation.slug);
  const [speaksFor, speakFor] = useState(own[0]);
  const [press, setPress] = useState<Press>(own.length > 0 ? "yes" : "look");
  const [problem, setProblem] = useState<Problem>();

  /** Says at once what a press means. */
  async function say({ starts_at, answers }: Slot, answer: SlotAnswer) {
    const said = answers.find(({ organisation }) => organisation === speaksFor)?.answer;
    if (!speaksFor || said === answer) return;
    setProblem(undefined);
    const body = { organisation: speaksFor, minutes: slots.minutes };
    try {
      await answerSlots(seen.data.id, `${once}-${speaksFor}-${starts_at}-${said}`.slice(0, 100), {
        ...body,
        answers: [{ starts_at, answer }],
      });
      await after();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    }
  }
  return { own, speaksFor, speakFor, press, setPress, problem, say };
}

type TimesProps = { seen: Seen; slots: Slots; move: string | undefined; label: string };

function Times({ seen, slots, move, label }: TimesProps) {
  const { t } = useLingui();
  const { parties } = slots;
  const words = useSlotWords(parties);
  const sessions = useQuery(sessionsQuery(seen.data.id)).data?.items ?? [];
  const { own, speaksFor, speakFor, press, setPress, problem, say } = useAnswering(seen, slots);
  const [at, choose] = useState<string>();
  const [all, showAll] = useState(false);
  const [asList, setList] = useState(false);
  const [ref, width] = useWidth<HTMLDivElement>(1136);
  const grid = gridOf(slots, all);
  const every = slots.days.flatMap((day) => day.slots);
  const chosen = every.find(({ starts_at }) => starts_at === at);
  const isList = asList || width < NARROW;
  const pick = (slot: Slot) => {
    choose(slot.starts_at);
    if (press !== "look") void say(slot, press);
  };
  const props = { grid, parties, chosen, onPick: pick };
  return (
    <>
      <section className="section" aria-labelledby="times">
        <div className="section-head">
          <h2 className="h2" id="times">
            {label}
          </h2>
          {width < NARROW ? null : (
            <TextButton onClick={() => setList(!asList)}>
              {asList ? <Trans>Show as grid</Trans> : <Trans>Show as list</Trans>}
            </TextButton>
          )}
        </div>
        {own.length > 0 ? (
          <div className="slot-press">
            {own.length > 1 ? (
              <Select
                inline
                label={<Trans>You answer for</Trans>}
                value={speaksFor ?? ""}
                options={own.map((slug) => ({ value: slug, label: words.name(slug) }))}
                onChange={speakFor}
              />
            ) : null}
            <Radios
              legend={<Trans>A press on a time says</Trans>}
              value={press}
              options={[
                { value: "yes", label: t`We can` },
                { value: "if_need_be", label: t`If need be` },
                { value: "no", label: t`We cannot` },
                { value: "look", label: t`Nothing, it only chooses` },
              ]}
              onChange={(value) => setPress(value as Press)}
            />
          </div>
        ) : null}
        {problem ? <Refusal problem={problem} /> : null}
        <div ref={ref}>
          {every.length === 0 ? (
            <EmptyState
              says={<Trans>No time of these days suits everybody.</Trans>}
              why={<Trans>Look at later days, or choose a shorter time.</Trans>}
            />
          ) : isList ? (
            <SlotList {...props} />
          ) : (
            <SlotGrid {...props} />
          )}
        </div>
        {grid.more > 0 ? (
          <TextButton onClick={() => showAll(true)}>
            <Plural value={grid.more} one="# more half hour" other="# more half hours" />
          </TextButton>
        ) : null}
        {isList ? null : <Legend />}
      </section>
      <Turns parties={parties} sessions={sessions} chosen={chosen} />
      <BookChosen seen={seen} parties={parties} chosen={chosen} move={move} />
    </>
  );
}

function Legend() {
  return (
    <ul className="slot-legend">
      <li>
        <i className="slot-free" /> <Trans>all can</Trans>
      </li>
      <li>
        <i className="slot-if_need_be" /> <Trans>all can, if need be</Trans>
      </li>
      <li>
        <i className="slot-some" /> <Trans>only some so far</Trans>
      </li>
      <li>
        <i className="is-outside" /> <Trans>outside office hours</Trans>
      </li>
    </ul>
  );
}
