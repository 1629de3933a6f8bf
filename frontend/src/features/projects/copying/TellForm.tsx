import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Form } from "@/ui/Form";
import { Select } from "@/ui/Select";
import { ErrorState, Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { myProjectsQuery } from "../editing/queries";
import { copyQuery, type Patch, type Seen, tellCopy, useAfterStep } from "./queries";

type TellFormProps = { id: string; onDone: () => void };

/** What was kept, changed and missing, and which project came of it. */
export function TellForm({ id, onDone }: TellFormProps) {
  const seen = useQuery(copyQuery(id));
  const mine = useQuery(myProjectsQuery());
  if (seen.isPending || mine.isPending) return <Skeleton rows={5} />;
  if (seen.isError) {
    return <ErrorState error={seen.error} onRetry={() => void seen.refetch()} />;
  }
  return <Tell seen={seen.data} mine={mine.data?.items ?? []} onDone={onDone} />;
}

type Row = { id: string; title: Record<string, string>; organisation: { slug: string } };
type Typed = { kept: string; changed: string; missing: string; project: string };
const TEXTS = ["kept", "changed", "missing"] as const;

function Tell({ seen, mine, onDone }: { seen: Seen; mine: Row[]; onDone: () => void }) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const after = useAfterStep();
  const { data } = seen;
  const before: Typed = {
    kept: data.kept?.[language] ?? "",
    changed: data.changed?.[language] ?? "",
    missing: data.missing?.[language] ?? "",
    project: data.project?.id ?? "",
  };
  const form = useForm({ defaultValues: before });
  const own = mine.filter(({ organisation }) => organisation.slug === data.organisation.slug);
  const links = data.may.includes("link") && own.length > 0;

  async function send(typed: Typed) {
    const patch: Patch = {};
    for (const name of TEXTS) {
      const now = typed[name].trim();
      if (now !== before[name]) patch[name] = { [language]: now || null };
    }
    if (typed.project !== before.project) patch.project = typed.project || null;
    if (Object.keys(patch).length > 0) await tellCopy(seen, patch);
    await after();
    onDone();
  }

  const written = languageName(language, language);
  return (
    <Form form={form} onSend={send} submit={<Trans>Save</Trans>}>
      <p className="muted">
        <Trans>
          Write in {written}. What is changed after a confirmation is confirmed anew by the other
          side.
        </Trans>
      </p>
      <TextArea name="kept" label={t`What you kept`} rows={3} maxLength={4000} />
      <TextArea name="changed" label={t`What you changed`} rows={3} maxLength={4000} />
      <TextArea
        name="missing"
        label={t`What was missing`}
        hint={t`What you needed and did not find in the project.`}
        rows={3}
        maxLength={4000}
      />
      {links ? (
        <Select
          name="project"
          label={t`Your own project`}
          hint={t`It then stands in the family of the solution.`}
          options={[
            { value: "", label: t`none yet` },
            ...own.map(({ id, title }) => ({ value: id, label: text(title) })),
          ]}
        />
      ) : null}
    </Form>
  );
}
