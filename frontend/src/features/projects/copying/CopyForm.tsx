import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type Lead, leadsQuery } from "@/api/leads";
import { STAFF, useHolds } from "@/api/useHolds";
import { useKey } from "@/api/useKey";
import { Form } from "@/ui/Form";
import { LeadField } from "@/ui/LeadField";
import { NoLead } from "@/ui/NoLead";
import { ErrorState, Skeleton } from "@/ui/States";
import { declareCopy, useAfterStep } from "./queries";

type CopyFormProps = { id: string; onDone: () => void };

/** In whose name a project is done again. */
export function CopyForm(props: CopyFormProps) {
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
  return <Declare leads={leads.data} {...props} />;
}

function Declare({ leads, id, onDone }: CopyFormProps & { leads: Lead[] }) {
  const { t } = useLingui();
  const once = useKey();
  const after = useAfterStep();
  const form = useForm({ defaultValues: { organisation: leads[0]?.slug ?? "" } });

  async function send({ organisation }: { organisation: string }) {
    await declareCopy(id, organisation, `${once}-${organisation}`.slice(0, 100));
    await after();
    onDone();
  }

  return (
    <Form form={form} onSend={send} submit={<Trans>Say that we are interested</Trans>}>
      <p>
        <Trans>
          The lead of the project gets a letter. Only both sides and the secretariat see it, until
          it is adopted and both have confirmed it.
        </Trans>
      </p>
      <LeadField leads={leads} hint={t`In whose name you do it again.`} />
    </Form>
  );
}
