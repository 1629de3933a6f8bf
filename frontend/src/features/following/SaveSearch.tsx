import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { Form } from "@/ui/Form";
import { TextField } from "@/ui/TextField";
import { saveSearch, useAfterFollowing } from "./queries";

type SaveSearchProps = {
  /** The filters as they stand in the list's address. */
  query: string;
  /** What it is called unless the reader calls it something else. */
  called: string;
  onDone: () => void;
};

/** A name for a search; what it finds anew is told. */
export function SaveSearch({ query, called, onDone }: SaveSearchProps) {
  const { t } = useLingui();
  const once = useKey();
  const after = useAfterFollowing();
  const form = useForm({ defaultValues: { name: called.slice(0, 120) } });

  async function send({ name }: { name: string }) {
    await saveSearch(query, name.trim(), once);
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Save this search</Trans>}>
      <p>
        <Trans>
          Your desk shows what it finds anew. If you want that, a letter tells you too, once a day
          or once a week.
        </Trans>
      </p>
      <TextField
        name="name"
        label={t`Name`}
        maxLength={120}
        rules={{ validate: (typed: string) => typed.trim() !== "" || t`Give it a name.` }}
      />
    </Form>
  );
}
