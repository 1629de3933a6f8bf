import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import type { AccountFormProps } from "./AccountStepForm";
import { giveRole } from "./queries";
import { RoleFields } from "./RoleFields";
import { grantOf, NO_ROLE, type RoleValues } from "./role";

/** Gives somebody a role, from today on. */
export function RoleForm({ id, onBack, onDone }: AccountFormProps) {
  const queries = useQueryClient();
  const key = useKey();
  const form = useForm<RoleValues>({ defaultValues: NO_ROLE });

  async function send(values: RoleValues) {
    await giveRole(id, key, grantOf(values));
    await queries.invalidateQueries({ queryKey: ["accounts"] });
    onDone();
  }

  return (
    <Form
      form={form}
      onSend={send}
      submit={<Trans>Give this role</Trans>}
      aside={
        <TextButton onClick={onBack}>
          <Trans>Back</Trans>
        </TextButton>
      }
    >
      <RoleFields />
    </Form>
  );
}
