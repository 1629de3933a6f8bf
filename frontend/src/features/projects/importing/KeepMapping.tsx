import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { TextField } from "@/ui/TextField";
import { isSlug } from "./mapping";
import { forgetMapping, type Import, keepMapping, mappingsQuery } from "./queries";

/** Keeps under a name how this file is read, for files to come; and the names that are kept. */
export function KeepMapping({ run }: { run: Import }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const kept = useQuery(mappingsQuery());
  const [name, setName] = useState<string>();
  const form = useForm({ defaultValues: { name: run.source } });
  const again = () => queries.invalidateQueries({ queryKey: mappingsQuery().queryKey });

  async function send(values: { name: string }) {
    await keepMapping(values.name, run);
    setName(values.name);
    await again();
  }

  return (
    <details className="import-keep">
      <summary>
        <Trans>Keep this for files to come</Trans>
      </summary>
      {name ? (
        <Notice live tone="ok" answer={name} title={<Trans>Kept as {name}</Trans>}>
          <Trans>Choose it under this name when you upload the next file.</Trans>
        </Notice>
      ) : null}
      <Form form={form} onSend={send} rank="secondary" submit={<Trans>Keep the mapping</Trans>}>
        <TextField
          name="name"
          label={t`Name of the mapping`}
          hint={t`Small letters without accents, digits and hyphens. What has this name already is replaced.`}
          rules={{ validate: (typed: string) => isSlug(typed) || t`Write it as in city-portal.` }}
          maxLength={60}
        />
      </Form>
      {kept.data?.items.length ? (
        <ul className="import-kept">
          {kept.data.items.map(({ name: each }) => (
            <li key={each}>
              {each}{" "}
              <TextButton onClick={() => void forgetMapping(each).then(again)}>
                <Trans>Forget</Trans> <span className="vh">{each}</span>
              </TextButton>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
