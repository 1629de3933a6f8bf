import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TextButton } from "@/ui/Button";
import { Select } from "@/ui/Fields";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { Balance } from "./Balance";
import { BothClocks } from "./BothClocks";
import { Choice, type Settling } from "./Choice";
import { worthShowing } from "./grid";
import {
  type Asked,
  type Found,
  requestQuery,
  type Slot,
  sessionsQuery,
  slotsQuery,
} from "./queries";
import { SlotGrid, SlotList } from "./SlotGrid";
import "./slots.scss";

const LENGTHS = [30, 45, 60, 90, 120];
const WIDE = "(min-width: 48rem)";

/** When the cities of a coaching can meet: both clocks, the times with what is said to them, and whose turn it is. */
export function SlotFinder({ id }: { id: string }) {
  const [asked, setAsked] = useState<Asked>({ days: 14, minutes: 60 });
  const answer = useQuery({ ...slotsQuery(id, asked), placeholderData: (before) => before });
  if (answer.isPending) return <Skeleton rows={8} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const found = answer.data;
  if (found.zone_missing.length > 0) return <ZoneMissing found={found} />;
  return <Times id={id} found={found} asked={asked} onAsk={setAsked} />;
}

/** Whom to ask for their zone: nothing is guessed. */
function ZoneMissing({ found }: { found: Found }) {
  const text = useText();
  const names = found.parties
    .filter(({ hours }) => found.zone_missing.includes(hours.organisation.slug))
    .map(({ hours }) => text(hours.organisation.label))
    .join(", ");
  return (
    <div className="state state-panel">
      <p className="voice">
        <Trans>The time zone of {names} is not known.</Trans>
      </p>
      <p className="muted">
        <Trans>
          The country has several. Once they state theirs with their office hours, times are shown
          here.
        </Trans>
      </p>
    </div>
  );
}

type TimesProps = { id: string; found: Found; asked: Asked; onAsk: (asked: Asked) => void };

function Times({ id, found, asked, onAsk }: TimesProps) {
  const { t } = useLingui();
  const [start, setStart] = useState<string>();
  const [asList, setAsList] = useState(() => !window.matchMedia(WIDE).matches);
  const sessions = useQuery(sessionsQuery(id));
  const settling = useSettling(id);
  const slots = found.days.flatMap((day) => day.slots);
  const best = slots.reduce<Slot | undefined>(
    (first, each) => (first && (first.rank ?? 0) < (each.rank ?? 0) ? first : each),
    undefined,
  );
  const chosen = slots.find((each) => each.starts_at === start);
  const choose = (slot: Slot) => setStart(slot.starts_at);
  const Shown = asList ? SlotList : SlotGrid;
  return (
    <div className="slot-finder">
      {best ? <BothClocks found={found} slot={chosen ?? best} /> : null}
      <div className="slot-asked">
        <Select
          inline
          label={t`Length`}
          value={String(asked.minutes)}
          options={LENGTHS.map((minutes) => ({
            value: String(minutes),
            label: t`${minutes} minutes`,
          }))}
          onChange={(minutes) => onAsk({ ...asked, minutes: Number(minutes) })}
        />
        <TextButton onClick={() => onAsk({ ...asked, first: next(found, asked.days) })}>
          <Trans>Later days</Trans>
        </TextButton>
        {asked.first ? (
          <TextButton onClick={() => onAsk({ days: asked.days, minutes: asked.minutes })}>
            <Trans>From tomorrow on</Trans>
          </TextButton>
        ) : null}
        <TextButton onClick={() => setAsList(!asList)}>
          {asList ? <Trans>Show as grid</Trans> : <Trans>Show as list</Trans>}
        </TextButton>
      </div>
      {worthShowing(found.days).length > 0 ? (
        <Shown found={found} chosen={chosen} onChoose={choose} />
      ) : (
        <p className="muted">
          <Trans>On these days nobody is at the office.</Trans>
        </p>
      )}
      <Legend />
      {sessions.data ? (
        <Balance parties={found.parties} sessions={sessions.data.items} chosen={chosen} />
      ) : null}
      {chosen ? (
        <Choice
          key={chosen.starts_at}
          id={id}
          slot={chosen}
          parties={found.parties}
          settling={settling}
        />
      ) : (
        <p>
          <Trans>
            Choose a time to say whether your city can. Times in full yellow above are office hours.
          </Trans>
        </p>
      )}
    </div>
  );
}

function useSettling(id: string): Settling | undefined {
  const request = useQuery(requestQuery(id)).data;
  const verb = (["schedule", "reschedule"] as const).find((each) =>
    request?.data.may.includes(each),
  );
  return request && verb ? { verb, tag: request.tag } : undefined;
}

/** The day after the last one that is shown. */
function next(found: Found, days: number): string {
  const first = new Date(`${found.days[0]?.day ?? ""}T12:00:00Z`);
  first.setUTCDate(first.getUTCDate() + days);
  return first.toISOString().slice(0, 10);
}

function Legend() {
  return (
    <ul className="slot-legend">
      <li>
        <i className="slot-agreed" />
        <Trans>everybody can</Trans>
      </li>
      <li>
        <i className="slot-if_need_be" />
        <Trans>everybody can, if need be</Trans>
      </li>
      <li>
        <i className="slot-some" />
        <Trans>some can, by name</Trans>
      </li>
      <li>
        <i className="slots-outside" />
        <Trans>outside office hours</Trans>
      </li>
    </ul>
  );
}
