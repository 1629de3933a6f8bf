import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { ClientFields } from "./ClientFields";
import { makeClient } from "./queries";
import { ShownOnce } from "./ShownOnce";
import { draftOf, EMPTY, type Values } from "./values";

/** Lets a program in; its first secret is shown at the end. */
export function MakeClient() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ id: string; secret: string | null }>();
  const close = () => {
    setOpen(false);
    setMade(undefined);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Make a client</Trans>
      </Button>
      <Dialog open={open} onClose={close} title={t`Make a client`}>
        {made?.secret ? (
          <ShownOnce client={made.id} secret={made.secret} />
        ) : (
          <MakeForm onDone={setMade} />
        )}
      </Dialog>
    </>
  );
}

type MakeFormProps = { onDone: (made: { id: string; secret: string | null }) => void };

function MakeForm({ onDone }: MakeFormProps) {
  const queries = useQueryClient();
  const form = useForm<Values>({ defaultValues: EMPTY });

  async function send(values: Values) {
    const made = await makeClient(draftOf(values));
    onDone({ id: made.id, secret: made.secret });
    await queries.invalidateQueries({ queryKey: ["clients"] });
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Make this client</Trans>}>
      <ClientFields />
    </Form>
  );
}
