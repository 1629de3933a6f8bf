import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Button, TextButton } from "@/ui/Button";
import { PartialDate } from "@/ui/Dates";
import { Checkbox } from "@/ui/Fields";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { TextField } from "@/ui/TextField";
import { addTask, finishTask, type Room, removeTask, roomQuery, type Task } from "./queries";

type TasksProps = { room: Room; tasks: Task[]; writable: boolean };

/** What was agreed: who does what until when, and what of it is done. */
export function Tasks({ room, tasks, writable }: TasksProps) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const changed = () =>
    queries.invalidateQueries({ queryKey: roomQuery(room.id).queryKey, exact: true });
  return (
    <>
      {tasks.length === 0 ? (
        <p className="muted">
          <Trans>Nothing is agreed yet.</Trans>
        </p>
      ) : (
        <ul className="room-rows">
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              room={room.id}
              task={task}
              writable={writable}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {open ? (
        <TaskForm
          room={room}
          onDone={() => setOpen(false)}
          onAdded={async () => {
            await changed();
            setOpen(false);
          }}
        />
      ) : null}
      {writable && !open ? (
        <Button onClick={() => setOpen(true)}>
          <Trans>Add an action item</Trans>
        </Button>
      ) : null}
    </>
  );
}

type TaskRowProps = {
  room: string;
  task: Task;
  writable: boolean;
  onChanged: () => Promise<void>;
};

function TaskRow({ room, task, writable, onChanged }: TaskRowProps) {
  const finishing = useMutation({
    mutationFn: (finished: boolean) => finishTask(room, task, finished),
    onSettled: onChanged,
  });
  const removing = useMutation({
    mutationFn: () => removeTask(room, task.id),
    onSettled: onChanged,
  });
  const failed = finishing.isError || removing.isError;
  return (
    <li>
      <Checkbox
        checked={task.done_at !== null}
        disabled={!writable}
        onChange={(finished) => finishing.mutate(finished)}
      >
        {task.text}
      </Checkbox>
      <p className="small muted">
        {task.person ? <span>{task.person.name}</span> : null}
        {task.organisation ? (
          <span>
            <Text of={task.organisation.label} />
          </span>
        ) : null}
        {task.due ? (
          <span>
            <Trans>
              until <PartialDate value={task.due} />
            </Trans>
          </span>
        ) : null}
        {writable ? (
          <TextButton onClick={() => removing.mutate()}>
            <Trans>Remove</Trans> <span className="vh">{task.text}</span>
          </TextButton>
        ) : null}
      </p>
      {failed ? (
        <p className="small" role="alert">
          <Trans>Someone else changed it meanwhile, or the line is down. This is how it is.</Trans>
        </p>
      ) : null}
    </li>
  );
}

type TaskFormProps = { room: Room; onAdded: () => Promise<void>; onDone: () => void };

function TaskForm({ room, onAdded, onDone }: TaskFormProps) {
  const { t } = useLingui();
  const key = useKey();
  const form = useForm({ defaultValues: { text: "", person: "", due: "" } });
  const people = room.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form
      form={form}
      submit={<Trans>Add it</Trans>}
      aside={
        <TextButton onClick={onDone}>
          <Trans>Cancel</Trans>
        </TextButton>
      }
      onSend={async ({ text, person, due }) => {
        await addTask(
          room.id,
          { text: text.trim(), person: person || null, due: due || null },
          key,
        );
        await onAdded();
      }}
    >
      <TextField
        name="text"
        label={t`What is to be done`}
        maxLength={300}
        rules={{ required: t`Say what is to be done.` }}
      />
      <Select
        name="person"
        label={t`Who does it`}
        options={[{ value: "", label: t`Not decided` }, ...people]}
      />
      <TextField name="due" type="date" label={t`Until when`} />
    </Form>
  );
}
