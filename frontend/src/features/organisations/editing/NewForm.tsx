import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "@/api/problem";
import { useLanguage } from "@/i18n/useLanguage";
import { Form } from "@/ui/Form";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { TextField } from "@/ui/TextField";
import { History, Kind, Naming, Part, Place, Relations, Website } from "./Fields";
import { placed } from "./placed";
import { createOrganisation } from "./queries";
import { draftOf, emptyValues, slugOf, type Values } from "./values";
import "./editing.scss";

/** A new organisation; its address follows from its name unless another one is written. */
export function NewForm() {
  const { t } = useLingui();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const done = useRef(false);
  const once = useRef({ body: "", key: "" });
  const form = useForm<Values>({ defaultValues: emptyValues(language) });

  async function send(typed: Values) {
    const [slug, draft] = [typed.slug.trim() || slugOf(typed.name), draftOf(typed)];
    const body = JSON.stringify([slug, draft]);
    if (once.current.body !== body) once.current = { body, key: crypto.randomUUID() };
    try {
      await createOrganisation(slug, draft, once.current.key);
    } catch (failure) {
      throw failure instanceof Problem ? placed(failure, typed) : failure;
    }
    done.current = true;
    await queries.invalidateQueries({ queryKey: ["organisations"] });
    await navigate({ href: `/organisations/${slug}` });
  }

  const { isDirty } = form.formState;
  return (
    <div className="editor">
      <LeaveGuard holds={() => isDirty && !done.current} />
      <Form form={form} onSend={send} submit={<Trans>Add organisation</Trans>}>
        <Naming listed />
        <Part title={<Trans>Address of its page</Trans>}>
          <TextField
            name="slug"
            label={t`Short address`}
            hint={t`Small letters, digits and hyphens. Left empty, it follows from the name in lists. It stays for good.`}
            maxLength={120}
            rules={{
              pattern: {
                value: /^[a-z0-9]+(-[a-z0-9]+)*$/,
                message: t`Use small letters, digits and hyphens.`,
              },
            }}
          />
        </Part>
        <Kind />
        <Place />
        <Website />
        <History />
        <Relations own="" />
      </Form>
    </div>
  );
}
