import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { type Seen, type Step, takeStep, useAfterStep } from "../queries";
import type { Meeting, Way } from "./queries";
import { useMeetingWord } from "./words";

type BookProps = {
  seen: Seen;
  /** The times all agreed to, of a series several; without one an event is named. */
  slots: readonly string[];
  /** How people can meet here. */
  ways: readonly Way[];
  /** The session that is moved. */
  move?: string | undefined;
  onDone: () => void;
};

type Typed = {
  way: Way | "";
  place: string;
  link: string;
  day: string;
  time: string;
  minutes: string;
  reason: string;
};

const HTTPS = /^https:\/\/\S+$/;

/** How they meet; of an event also when. */
export function BookForm({ seen, slots, ways, move, onDone }: BookProps) {
  const { t } = useLingui();
  const word = useMeetingWord();
  const once = useKey();
  const after = useAfterStep();
  const [slot, ...further] = slots;
  const isEvent = !slot;
  const offered = ways.filter((each) => each !== "event");
  const form = useForm<Typed>({
    defaultValues: {
      way: isEvent ? "event" : move ? "" : (offered[0] ?? ""),
      place: "",
      link: "",
      day: "",
      time: "09:00",
      minutes: "60",
      reason: "",
    },
  });
  const way = form.watch("way");

  async function send(typed: Typed) {
    const step: Step = { verb: move ? "reschedule" : "schedule" };
    if (slot) step.slot = slot;
    if (further.length > 0) step.slots = further;
    if (move) step.session = move;
    if (typed.way) step.meeting = meetingOf({ ...typed, way: typed.way });
    if (move && typed.reason.trim()) step.reason = typed.reason.trim();
    await takeStep(seen, `${once}-${seen.data.version}`, step);
    await after();
    onDone();
  }

  const needed = (typed: string) => typed.trim() !== "" || t`Fill this in.`;
  return (
    <Form
      form={form}
      onSend={send}
      submit={
        move ? (
          <Trans>Move the session</Trans>
        ) : isEvent ? (
          <Trans>Book the event</Trans>
        ) : (
          <Plural value={slots.length} one="Book the session" other="Book # sessions" />
        )
      }
    >
      <p>
        <Plural
          value={Math.max(slots.length, 1)}
          one="All of you get a letter with the session for your calendars."
          other="All of you get a letter with each session for your calendars."
        />
      </p>
      {isEvent ? (
        <>
          <TextField name="day" type="date" label={t`Day`} rules={{ validate: needed }} />
          <TextField
            name="time"
            label={t`Begins at`}
            hint={t`On your own clock, such as 09:30.`}
            short
            rules={{
              validate: (typed: string) =>
                /^([01]\d|2[0-3]):[0-5]\d$/.test(typed.trim()) || t`Write it as 09:30.`,
            }}
          />
          <TextField name="minutes" label={t`Minutes`} inputMode="numeric" short />
        </>
      ) : (
        <Select
          name="way"
          label={t`How you meet`}
          options={[
            ...(move ? [{ value: "", label: t`as before` }] : []),
            ...offered.map((each) => ({ value: each, label: word("way", each) })),
          ]}
        />
      )}
      {way === "call" ? (
        <p className="small muted">
          <Trans>The room opens half an hour before. You enter it from the request.</Trans>
        </p>
      ) : null}
      {way === "link" ? (
        <TextField
          name="link"
          type="url"
          label={t`Address of the call`}
          hint={t`Begins with https://`}
          rules={{
            validate: (typed: string) =>
              HTTPS.test(typed.trim()) || t`Paste the whole address, beginning with https://.`,
          }}
        />
      ) : null}
      {way === "place" || way === "event" ? (
        <TextField
          name="place"
          label={way === "event" ? t`Event and place` : t`Place`}
          rules={{ validate: needed }}
          maxLength={300}
        />
      ) : null}
      {move ? (
        <TextArea
          name="reason"
          label={t`Reason, if you like`}
          hint={t`Those concerned read it, and it stays on record.`}
          maxLength={500}
        />
      ) : null}
    </Form>
  );
}

type Chosen = Typed & { way: Way };

/** What the way of meeting needs, and nothing else. */
function meetingOf({ way, place, link, day, time, minutes }: Chosen): Meeting {
  if (way === "link") return { way, link: link.trim() };
  if (way === "call") return { way };
  if (way === "place") return { way, place: place.trim() };
  const starts = new Date(`${day}T${time.trim()}`);
  return { way, place: place.trim(), starts_at: starts.toISOString(), minutes: Number(minutes) };
}
