import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFieldArray, useForm } from "react-hook-form";
import { Button, TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { TextField } from "@/ui/TextField";
import { type AgendaItem, plan, roomQuery } from "./queries";

type AgendaProps = { room: string; items: AgendaItem[]; tag: string; writable: boolean };

/** What is talked about, in its order, with its minutes. */
export function Agenda({ room, items, tag, writable }: AgendaProps) {
  const [seen, setSeen] = useState<string>();
  if (seen !== undefined) {
    return <AgendaForm room={room} items={items} tag={seen} onDone={() => setSeen(undefined)} />;
  }
  const total = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return (
    <>
      {items.length === 0 ? (
        <p className="muted">
          <Trans>Nothing is planned yet.</Trans>
        </p>
      ) : (
        <ol className="room-agenda">
          {items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point has no name but its place
            <li key={place}>
              <span>{item.text}</span>
              {item.minutes ? (
                <span className="muted num">
                  <Plural value={item.minutes} one="# minute" other="# minutes" />
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {total > 0 ? (
        <p className="small muted">
          <Plural value={total} one="# minute in all" other="# minutes in all" />
        </p>
      ) : null}
      {writable ? (
        <Button onClick={() => setSeen(tag)}>
          <Trans>Write the agenda</Trans>
        </Button>
      ) : null}
    </>
  );
}

type Values = { items: { text: string; minutes: string }[] };
const EMPTY = { text: "", minutes: "" };

type AgendaFormProps = { room: string; items: AgendaItem[]; tag: string; onDone: () => void };

function AgendaForm({ room, items, tag, onDone }: AgendaFormProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const given = items.map(({ text, minutes }) => ({ text, minutes: minutes ? `${minutes}` : "" }));
  const form = useForm<Values>({ defaultValues: { items: given.length > 0 ? given : [EMPTY] } });
  const rows = useFieldArray({ control: form.control, name: "items" });
  return (
    <Form
      form={form}
      submit={<Trans>Save the agenda</Trans>}
      aside={
        <TextButton onClick={onDone}>
          <Trans>Cancel</Trans>
        </TextButton>
      }
      onSend={async (values) => {
        const points = values.items.filter((item) => item.text.trim());
        const write = points.map(({ text, minutes }) => ({
          text: text.trim(),
          minutes: minutes ? Number(minutes) : null,
        }));
        await plan(room, write, tag);
        await queries.invalidateQueries({ queryKey: roomQuery(room).queryKey, exact: true });
        onDone();
      }}
    >
      {rows.fields.map((row, place) => {
        const number = place + 1;
        return (
          <fieldset key={row.id} className="room-point">
            <legend className="vh">{t`Point ${number}`}</legend>
            <TextField name={`items.${place}.text`} label={t`Point ${number}`} maxLength={300} />
            <TextField
              short
              name={`items.${place}.minutes`}
              label={t`Minutes`}
              inputMode="numeric"
              rules={{
                pattern: { value: /^[1-9]\d{0,2}$/, message: t`A whole number of minutes.` },
              }}
            />
            <TextButton onClick={() => rows.remove(place)}>
              <Trans>Remove</Trans> <span className="vh">{t`Point ${number}`}</span>
            </TextButton>
          </fieldset>
        );
      })}
      <TextButton onClick={() => rows.append(EMPTY)}>
        <Trans>Another point</Trans>
      </TextButton>
    </Form>
  );
}
