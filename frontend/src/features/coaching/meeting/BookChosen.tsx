import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import type { Seen } from "../queries";
import { BookForm } from "./BookForm";
import { whoSaid } from "./grid";
import type { Party, Slot, Way } from "./queries";
import { useSlotWords } from "./useSlotWords";

type BookProps = {
  seen: Seen;
  parties: readonly Party[];
  ways: readonly Way[];
  chosen: Slot | undefined;
  move: string | undefined;
};

/** The time that was chosen, on every clock; booked once all have said that they can. */
export function BookChosen({ seen, parties, ways, chosen, move }: BookProps) {
  const { t } = useLingui();
  const words = useSlotWords(parties);
  const [asks, setAsks] = useState(false);
  const [isDone, setDone] = useState(false);
  const may = seen.data.may.includes(move ? "reschedule" : "schedule");
  if (isDone) {
    return (
      <Notice
        live
        tone="ok"
        title={move ? <Trans>The session is moved</Trans> : <Trans>The session is booked</Trans>}
      >
        <Trans>All of you get it for your calendars.</Trans>{" "}
        <Link href={`/coaching/${seen.data.id}`}>
          <Trans>Back to the request</Trans>
        </Link>
      </Notice>
    );
  }
  if (!chosen) return null;
  const able = whoSaid(chosen, "yes", "if_need_be");
  const missing = parties
    .map(({ hours }) => hours.organisation.slug)
    .filter((slug) => !able.includes(slug));
  return (
    <section className="slot-chosen" aria-label={t`The time you chose`}>
      <div>
        <p className="h3">{words.day(chosen.seen[0]?.day ?? chosen.starts_at)}</p>
        <ul>
          {chosen.seen.map(({ organisation, start, end, day }) => (
            <li key={organisation}>
              {words.name(organisation)} {start}–{end} ({zoneOf(parties, organisation)})
              {day === chosen.seen[0]?.day ? null : `, ${words.day(day)}`}
            </li>
          ))}
        </ul>
        {missing.length > 0 ? (
          <p>
            <Trans>{words.listed(missing)} has to say yes before it can be booked.</Trans>
          </p>
        ) : null}
      </div>
      {may && chosen.agreed && chosen.id ? (
        <Button rank="primary" onClick={() => setAsks(true)}>
          {move ? <Trans>Move it to this time</Trans> : <Trans>Book this time</Trans>}
        </Button>
      ) : null}
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={move ? t`Move it to this time` : t`Book this time`}
      >
        <BookForm
          seen={seen}
          slots={chosen.id ? [chosen.id] : []}
          ways={ways}
          move={move}
          onDone={() => {
            setAsks(false);
            setDone(true);
          }}
        />
      </Dialog>
    </section>
  );
}

function zoneOf(parties: readonly Party[], slug: string): string {
  return parties.find(({ hours }) => hours.organisation.slug === slug)?.hours.zone ?? "";
}
