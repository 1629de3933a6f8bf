import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useScopeWord } from "@/i18n/useScopeWord";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Meanwhile } from "@/ui/Meanwhile";
import { BoundName } from "./BoundName";
import { ClientFields } from "./ClientFields";
import { changeClient, type Seen, seeNow } from "./queries";
import {
  carriedOver,
  type Draft,
  type DraftField,
  differences,
  draftOf,
  patchOf,
  type Values,
  valuesOf,
} from "./values";

type EditClientProps = { opened: Seen; onDone: () => void };
type Meeting = { before: Draft; now: Draft; mine: DraftField[] };

/** Name, scopes and binding of a client; a change that somebody else made meanwhile is shown first. */
export function EditClient({ opened, onDone }: EditClientProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(opened);
  const [meeting, setMeeting] = useState<Meeting>();
  const form = useForm<Values>({ defaultValues: valuesOf(opened.data) });
  useEffect(() => form.setFocus("name"), [form]);
  const titles = { name: t`Name`, scopes: t`It may`, bound: t`It speaks for` };

  async function write(typed: Values, ground: Seen): Promise<void> {
    try {
      await changeClient(ground, patchOf(draftOf(valuesOf(ground.data)), draftOf(typed)));
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status !== 412) throw failure;
      return meet(typed, ground);
    }
    await queries.invalidateQueries({ queryKey: ["clients"] });
    onDone();
  }

  /** Somebody was faster: what stands there now is the ground of the next try. */
  async function meet(typed: Values, ground: Seen): Promise<void> {
    const now = await seeNow(ground.data.id);
    const [then, present] = [valuesOf(ground.data), valuesOf(now.data)];
    const [before, after] = [draftOf(then), draftOf(present)];
    setSeen(now);
    // Only something that the form does not show is different, such as a secret.
    if (differences(before, after).length === 0) return write(typed, now);
    form.reset(carriedOver(then, typed, present));
    setMeeting({ before, now: after, mine: differences(before, draftOf(typed)) });
  }

  return (
    <Form
      form={form}
      onSend={(typed) => write(typed, seen)}
      submit={<Trans>Save changes</Trans>}
      aside={
        <TextButton onClick={onDone}>
          <Trans>Back without saving</Trans>
        </TextButton>
      }
    >
      {meeting ? (
        <Meanwhile
          answer={meeting}
          title={<Trans>Somebody else changed this client meanwhile</Trans>}
          changed={differences(meeting.before, meeting.now).map((field) => ({
            term: titles[field],
            before: <Shown draft={meeting.before} field={field} />,
            now: <Shown draft={meeting.now} field={field} />,
            mine: meeting.mine.includes(field),
          }))}
        />
      ) : null}
      <ClientFields bound={seen.data.bound} />
    </Form>
  );
}

function Shown({ draft, field }: { draft: Draft; field: DraftField }) {
  const scope = useScopeWord();
  if (field === "bound") return <BoundName bound={draft.bound} />;
  return field === "name" ? draft.name : draft.scopes.map(scope).join(", ");
}
