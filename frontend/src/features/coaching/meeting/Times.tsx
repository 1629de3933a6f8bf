import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TextButton } from "@/ui/Button";
import { Radios } from "@/ui/Fields";
import { Refusal } from "@/ui/Form";
import { EmptyState } from "@/ui/States";
import { useWidth } from "@/ui/useWidth";
import type { Seen } from "../queries";
import { BookChosen } from "./BookChosen";
import { gridOf } from "./grid";
import { type Slot, type Slots, sessionsQuery } from "./queries";
import { SlotGrid } from "./SlotGrid";
import { SlotList } from "./SlotList";
import { SpeaksFor } from "./SpeaksFor";
import { Turns } from "./Turns";
import { type Press, useAnswering } from "./useAnswering";
import { useSlotWords } from "./useSlotWords";

/** So narrow the grid is a list. */
const NARROW = 720;

type TimesProps = { seen: Seen; slots: Slots; move: string | undefined; label: string };

/** The times that suit, what a press on one says, whose turn it is, and the one that is chosen. */
export function Times({ seen, slots, move, label }: TimesProps) {
  const { t } = useLingui();
  const { parties } = slots;
  const words = useSlotWords(parties);
  const sessions = useQuery(sessionsQuery(seen.data.id)).data?.items ?? [];
  const { own, speaksFor, speakFor, press, setPress, problem, say } = useAnswering(seen, parties);
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
    if (press !== "look") void say([slot], press);
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
            <SpeaksFor own={own} value={speaksFor} name={words.name} onChange={speakFor} />
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
      <BookChosen seen={seen} parties={parties} ways={slots.ways} chosen={chosen} move={move} />
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
