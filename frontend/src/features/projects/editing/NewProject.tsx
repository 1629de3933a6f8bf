import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useForm } from "react-hook-form";
import { type Lead, leadOf, leadsQuery } from "@/api/leads";
import { STAFF, useHolds } from "@/api/useHolds";
import { useLanguage } from "@/i18n/useLanguage";
import { Form } from "@/ui/Form";
import { LeadField } from "@/ui/LeadField";
import { NoLead } from "@/ui/NoLead";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { TextField } from "@/ui/TextField";
import { placesOf } from "./own";
import { createProject, useAfterChange } from "./queries";

/** In whose name, and a title; all else is written in the editor. */
export function NewProject() {
  const isStaff = useHolds(STAFF);
  const queries = useQueryClient();
  const leads = useQuery(leadsQuery(queries));
  if (leads.isPending) return <Skeleton rows={3} />;
  if (leads.isError) {
    return <ErrorState error={leads.error} onRetry={() => void leads.refetch()} />;
  }
  if (leads.data.length === 0 && !isStaff) {
    return <NoLead />;
  }
  return <Begin leads={leads.data} />;
}

function Begin({ leads }: { leads: Lead[] }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const after = useAfterChange();
  const once = useRef({ body: "", key: "" });
  const organisation = leads[0]?.slug ?? "";
  const form = useForm({ defaultValues: { organisation, title: { [language]: "" } } });

  async function send(typed: { organisation: string; title: Record<string, string> }) {
    const lead = leads.find(({ slug }) => slug === typed.organisation);
    const places = placesOf(lead ?? (await leadOf(typed.organisation)), text);
    const title = { [language]: (typed.title[language] ?? "").trim() };
    const body = { organisation: typed.organisation, title, places };
    const said = JSON.stringify(body);
    if (once.current.body !== said) once.current = { body: said, key: crypto.randomUUID() };
    const made = await createProject(body, once.current.key);
    await after(made);
    await navigate({ href: `/projects/${made.data.id}/desk` });
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Begin the project</Trans>}>
      <LeadField leads={leads} hint={t`In whose name it is published.`} />
      <TextField
        name={`title.${language}`}
        label={t`Title`}
        hint={t`What a colleague in another city would search for.`}
        maxLength={300}
        rules={{ validate: (typed: string) => typed.trim() !== "" || t`Write a title.` }}
      />
    </Form>
  );
}
