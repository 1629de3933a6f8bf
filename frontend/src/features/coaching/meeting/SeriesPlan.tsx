import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Refusal, WaitingButton } from "@/ui/Form";
import type { Seen } from "../queries";
import { BookForm } from "./BookForm";
import type { Party, Slot, Way } from "./queries";
import { SeriesTable } from "./SeriesTable";
import { SpeaksFor } from "./SpeaksFor";
import { burdenOf, chosenAtFirst, type Kind, type SeriesRow } from "./series";
import { useAnswering } from "./useAnswering";
import { useSlotWords } from "./useSlotWords";

type PlanProps = {
  seen: Seen;
  kind: Kind;
  parties: readonly Party[];
  ways: readonly Way[];
  rows: readonly SeriesRow[];
  onBooked: (count: number) => void;
};

/** The sessions of a series, who bears what, the answer to all of them, and the booking. */
export function SeriesPlan({ seen, kind, parties, ways, rows, onBooked }: PlanProps) {
  const { t } = useLingui();
  const words = useSlotWords(parties);
  const { own, speaksFor, speakFor, problem, say } = useAnswering(seen, parties);
  const [picked, pick] = useState<readonly string[]>();
  const [waits, setWaits] = useState(false);
  const [asks, setAsks] = useState(false);
  const keys = picked ?? chosenAtFirst(kind, rows);
  const chosen = rows.flatMap(({ slot }) => (slot && keys.includes(slot.starts_at) ? [slot] : []));
  const agreed = chosen.flatMap(({ id, agreed }) => (id && agreed ? [id] : []));
  const isOpen = chosen.some(
    ({ answers }) =>
      !answers.some(({ organisation, answer }) => organisation === speaksFor && answer !== "no"),
  );
  const may = seen.data.may.includes("schedule");

  async function answerAll() {
    setWaits(true);
    await say(chosen, "yes");
    setWaits(false);
  }

  return (
    <>
      <div className="series-table">
        <SeriesTable parties={parties} rows={rows} chosen={keys} onChoose={pick} />
      </div>
      <Burden parties={parties} chosen={chosen} />
      {problem ? <Refusal problem={problem} /> : null}
      <div className="series-acts">
        <SpeaksFor own={own} value={speaksFor} name={words.name} onChange={speakFor} />
        <p role="status">
          {chosen.length === 0 ? (
            <Trans>Choose the sessions that you want.</Trans>
          ) : agreed.length === chosen.length ? (
            <Trans>Everybody can at all of them.</Trans>
          ) : (
            <Trans>
              Everybody can at {agreed.length} of {chosen.length}. All have to say yes before a time
              is booked.
            </Trans>
          )}
        </p>
        <div className="button-row">
          {own.length > 0 && isOpen ? (
            <WaitingButton
              rank={agreed.length > 0 ? "secondary" : "primary"}
              waits={waits}
              onClick={() => void answerAll()}
            >
              <Plural
                value={chosen.length}
                one="We can at this time"
                other="We can at all # times"
              />
            </WaitingButton>
          ) : null}
          {may && agreed.length > 0 ? (
            <Button rank="primary" onClick={() => setAsks(true)}>
              <Plural value={agreed.length} one="Book the session" other="Book # sessions" />
            </Button>
          ) : null}
        </div>
      </div>
      <Dialog open={asks} onClose={() => setAsks(false)} title={t`Book the series`}>
        <BookForm
          seen={seen}
          slots={agreed}
          ways={ways}
          onDone={() => {
            setAsks(false);
            onBooked(agreed.length);
          }}
        />
      </Dialog>
    </>
  );
}

/** "Kochi: 90 minutes outside its office hours in these sessions." */
function Burden({ parties, chosen }: { parties: readonly Party[]; chosen: readonly Slot[] }) {
  const words = useSlotWords(parties);
  return (
    <ul className="turns-said">
      {parties.map(({ hours: { organisation } }) => (
        <li key={organisation.slug}>
          <b>{words.name(organisation.slug)}</b>:{" "}
          <Plural
            value={burdenOf(chosen, organisation.slug)}
            _0="not once outside its office hours in these sessions."
            one="# minute outside its office hours in these sessions."
            other="# minutes outside its office hours in these sessions."
          />
        </li>
      ))}
    </ul>
  );
}
