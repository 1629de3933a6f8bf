import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import { formatPartialDate } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Radios, TextField } from "@/ui/Fields";
import { Notice } from "@/ui/Notice";
import { useText } from "@/ui/Text";
import {
  type Arrangement,
  type Availability,
  book,
  type Party,
  type Slot,
  sayWhen,
  useAfterSettling,
} from "./queries";
import { useWord } from "./words";

const ANSWERS: Availability[] = ["yes", "if_need_be", "no"];
const WAYS = ["call", "link", "place"] as const;
type Way = (typeof WAYS)[number];
export type Settling = { verb: "schedule" | "reschedule"; tag: string };

type ChoiceProps = {
  id: string;
  slot: Slot;
  parties: Party[];
  /** The step by which the reader may settle a time now, and the tag it names. */
  settling: Settling | undefined;
};

/** The chosen time on every clock: what one's own city says to it, and the step that settles it. */
export function Choice({ id, slot, parties, settling }: ChoiceProps) {
  const text = useText();
  const language = useLanguage();
  const own = parties.filter((each) => each.mine);
  const day = slot.seen[0]?.day ?? "";
  return (
    <section className="choice" aria-live="polite">
      <h2 className="h3">{formatPartialDate(day, language)}</h2>
      <ul>
        {slot.seen.map((each, index) => (
          <li key={each.organisation}>
            {text(parties[index]?.hours.organisation.label)} {each.start}–{each.end} (
            {parties[index]?.hours.zone})
            {each.day === day ? null : <>, {formatPartialDate(each.day, language)}</>}
          </li>
        ))}
      </ul>
      {own.map(({ hours }) => (
        <Saying
          key={hours.organisation.slug}
          id={id}
          slot={slot}
          slug={hours.organisation.slug}
          name={text(hours.organisation.label)}
        />
      ))}
      {slot.agreed && slot.id && settling ? (
        <Booking id={id} slot={slot.id} settling={settling} />
      ) : null}
      {slot.agreed ? null : (
        <p className="small">
          <Trans>It can be booked once every city has said yes or “if need be”.</Trans>
        </p>
      )}
    </section>
  );
}

type SayingProps = { id: string; slot: Slot; slug: string; name: string };

/** What one's own city says; choosing says it. */
function Saying({ id, slot, slug, name }: SayingProps) {
  const word = useWord();
  const after = useAfterSettling(id);
  const saying = useMutation({
    mutationFn: (answer: Availability) => sayWhen(id, slug, slot, answer, crypto.randomUUID()),
    onSettled: after,
  });
  const said = slot.answers.find((each) => each.organisation === slug)?.answer ?? "";
  return (
    <>
      <Radios
        legend={<Trans>Can {name} then?</Trans>}
        value={saying.isPending ? saying.variables : said}
        options={ANSWERS.map((value) => ({ value, label: word("answer", value) }))}
        onChange={(value) => saying.mutate(value as Availability)}
      />
      <Refused error={saying.error} />
    </>
  );
}

/** How they meet, and the step that settles the time; a session that moves stays as it is in that. */
function Booking({ id, slot, settling }: { id: string; slot: string; settling: Settling }) {
  const { t } = useLingui();
  const word = useWord();
  const after = useAfterSettling(id);
  const [way, setWay] = useState<Way>("call");
  const [where, setWhere] = useState("");
  const isNew = settling.verb === "schedule";
  const meeting: Arrangement = {
    way,
    ...(way === "link" ? { link: where } : {}),
    ...(way === "place" ? { place: where } : {}),
  };
  const booking = useMutation({
    mutationFn: () =>
      book(id, settling.verb, slot, isNew ? meeting : undefined, settling.tag, crypto.randomUUID()),
    onSettled: after,
  });
  return (
    <>
      {isNew ? (
        <Radios
          legend={t`How do you meet?`}
          value={way}
          options={WAYS.map((value) => ({ value, label: word("way", value) }))}
          onChange={(value) => setWay(value as Way)}
        />
      ) : null}
      {isNew && way !== "call" ? (
        <TextField
          label={way === "link" ? t`Link, beginning with https://` : t`Where you meet`}
          value={where}
          onChange={setWhere}
        />
      ) : null}
      <Refused error={booking.error} />
      {booking.isSuccess ? (
        <Notice tone="ok" live title={<Trans>The session is set.</Trans>}>
          <Trans>Everybody gets a letter with the invitation for their calendar.</Trans>
        </Notice>
      ) : (
        <Button
          rank="primary"
          aria-disabled={booking.isPending}
          onClick={booking.isPending ? undefined : () => booking.mutate()}
        >
          {isNew ? <Trans>Book this time</Trans> : <Trans>Move the session here</Trans>}
        </Button>
      )}
    </>
  );
}

function Refused({ error }: { error: Error | null }) {
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  return (
    <Notice tone="bad" live answer={error} title={error.message}>
      {problem?.errors[0]?.detail ?? problem?.detail}
    </Notice>
  );
}
