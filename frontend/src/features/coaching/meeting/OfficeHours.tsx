import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { Select } from "@/ui/Select";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { TextField } from "@/ui/TextField";
import { Checks } from "../fields";
import { useAfterStep } from "../queries";
import { type Hours, hoursQuery, type Party, stateHours } from "./queries";
import { useWeekdays } from "./useWeekdays";

/** Without the zone of a city nothing can be said of its times: whoever knows it is asked. */
export function AskHours({ parties, missing }: { parties: readonly Party[]; missing: string[] }) {
  const asked = parties.filter(({ hours }) => missing.includes(hours.organisation.slug));
  return (
    <section className="section">
      {asked.map(({ hours: { organisation }, mine }) => (
        <div key={organisation.slug}>
          <Notice
            tone="warn"
            title={
              <Trans>
                It is not known where the clocks of <Text of={organisation.label} /> stand
              </Trans>
            }
          >
            {mine ? (
              <Trans>State the zone; then times can be looked for.</Trans>
            ) : (
              <Trans>
                Its country has several zones. Somebody of <Text of={organisation.label} /> has to
                state its own on this page.
              </Trans>
            )}
          </Notice>
          {mine ? <HoursForm of={organisation.slug} /> : null}
        </div>
      ))}
    </section>
  );
}

/** Whose hours are only assumed, and the way to state one's own. */
export function MyHours({ parties }: { parties: readonly Party[] }) {
  const { t } = useLingui();
  const text = useText();
  const [asked, ask] = useState<string>();
  return (
    <ul className="hours-known small muted">
      {parties
        .filter(({ mine, hours }) => mine || !hours.hours_stated)
        .map(({ mine, hours: { organisation, hours_stated }, holidays_known }) => (
          <li key={organisation.slug}>
            {hours_stated ? null : (
              <Trans>
                <Text of={organisation.label} /> has not stated its office hours; these are common
                in its country.
              </Trans>
            )}{" "}
            {holidays_known ? null : <Trans>Its public holidays are not known here.</Trans>}{" "}
            {mine ? (
              <TextButton onClick={() => ask(organisation.slug)}>
                <Trans>
                  Office hours of <Text of={organisation.label} />
                </Trans>
              </TextButton>
            ) : null}
            <Dialog
              open={asked === organisation.slug}
              onClose={() => ask(undefined)}
              title={t`Office hours of ${text(organisation.label)}`}
            >
              <HoursForm of={organisation.slug} onDone={() => ask(undefined)} />
            </Dialog>
          </li>
        ))}
    </ul>
  );
}

function HoursForm({ of, onDone }: { of: string; onDone?: () => void }) {
  const answer = useQuery(hoursQuery(of));
  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { data, tag } = answer.data;
  return <StateHours of={data} tag={tag} {...(onDone ? { onDone } : {})} />;
}

type StateProps = { of: Hours; tag: string; onDone?: () => void };
type Typed = { zone: string; days: string[]; start: string; end: string };

const CLOCK = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** The zone, the days of work, and from when to when. */
function StateHours({ of, tag, onDone }: StateProps) {
  const { t } = useLingui();
  const after = useAfterStep();
  const weekdays = useWeekdays();
  const [first] = of.hours;
  const form = useForm<Typed>({
    defaultValues: {
      zone: of.zone ?? "",
      days: [...new Set(of.hours.map(({ weekday }) => String(weekday)))],
      start: first?.start ?? "09:00",
      end: of.hours.findLast(({ weekday }) => weekday === first?.weekday)?.end ?? "17:00",
    },
  });

  async function send({ zone, days, start, end }: Typed) {
    const hours = days.map((day) => ({
      weekday: Number(day),
      start: start.trim(),
      end: end.trim(),
    }));
    await stateHours(of.organisation.slug, tag, { zone: zone || null, hours });
    await after();
    onDone?.();
  }

  const clock = {
    validate: (typed: string) => CLOCK.test(typed.trim()) || t`Write it as 09:30.`,
  };
  return (
    <Form form={form} onSend={send} submit={<Trans>State these hours</Trans>}>
      <Select
        name="zone"
        label={t`Time zone`}
        rules={{ required: t`Choose where your clocks stand.` }}
        options={[
          ...(of.zone ? [] : [{ value: "", label: t`choose` }]),
          ...of.zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
        ]}
      />
      <Checks name="days" legend={<Trans>Days of work</Trans>} options={weekdays} />
      <TextField name="start" label={t`The office opens at`} short rules={clock} />
      <TextField name="end" label={t`and closes at`} short rules={clock} />
    </Form>
  );
}
