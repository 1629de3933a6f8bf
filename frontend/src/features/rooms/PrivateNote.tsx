import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Form } from "@/ui/Form";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { TextArea } from "@/ui/TextArea";
import { privateNoteQuery, writePrivateNote } from "./queries";

const LONGEST = 20_000;

/** What one writes for oneself. */
export function PrivateNote({ room }: { room: string }) {
  const answer = useQuery(privateNoteQuery(room));
  if (answer.isPending) return <Skeleton rows={3} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return <Writing room={room} text={answer.data.data.text} tag={answer.data.tag} />;
}

function Writing({ room, text, tag }: { room: string; text: string; tag: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { text } });
  const [saved, setSaved] = useState<object>();
  const { isDirty } = form.formState;
  return (
    <>
      {saved && !isDirty ? (
        <Notice live tone="ok" answer={saved} title={<Trans>Your note is saved.</Trans>} />
      ) : null}
      <Form
        form={form}
        rank="secondary"
        submit={<Trans>Save my note</Trans>}
        onSend={async (values) => {
          const written = await writePrivateNote(room, values.text, tag);
          queries.setQueryData(privateNoteQuery(room).queryKey, written);
          form.reset({ text: written.data.text });
          setSaved(written);
        }}
      >
        <TextArea name="text" label={t`For yourself`} rows={6} maxLength={LONGEST} />
      </Form>
      <LeaveGuard holds={() => isDirty} />
    </>
  );
}
