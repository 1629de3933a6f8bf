import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { languageName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Form } from "@/ui/Form";
import { Plate } from "@/ui/Plate";
import { Select } from "@/ui/Select";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { Day } from "../Day";
import { Choices } from "../fields";
import { type Request, useAfterStep } from "../queries";
import { type Report, type Reports, reportsQuery, writeReport } from "./queries";
import { USEFULNESS, useResultWord } from "./words";

/** The reports of all sides: one's own form, what still waits, and what may be read. */
export function ReportsSection({ of }: { of: Request }) {
  const answer = useQuery(reportsQuery(of.id));
  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { items, may_write_for } = answer.data;
  return (
    <section className="section" aria-labelledby="reports">
      <h2 className="h2" id="reports">
        <Trans>What each side reports</Trans>
      </h2>
      <p className="muted">
        <Waiting of={answer.data} />
      </p>
      {items.length > 0 ? (
        <ul className="coaching-rows">
          {items.map((each) => (
            <ReportRow key={each.organisation.slug} of={each} />
          ))}
        </ul>
      ) : null}
      {may_write_for.map((organisation) => (
        <div key={organisation.slug} className="coaching-answer">
          <h3 className="h3">
            <Trans>
              The report of <Text of={organisation.label} />
            </Trans>
          </h3>
          <ReportForm id={of.id} organisation={organisation.slug} />
        </div>
      ))}
    </section>
  );
}

function Waiting({ of: { is_open, written, expected, opens_at } }: { of: Reports }) {
  if (is_open) {
    return (
      <Trans>
        The reports are open to all sides; {written} of {expected} are in.
      </Trans>
    );
  }
  return (
    <>
      <Trans>
        {written} of {expected} are in.
      </Trans>{" "}
      {opens_at ? (
        <Trans>
          Nobody reads the other’s before all are in; on <Day at={opens_at} weekday /> they open in
          any case.
        </Trans>
      ) : null}
    </>
  );
}

function ReportRow({ of }: { of: Report }) {
  const word = useResultWord();
  const useful = word("usefulness", String(of.usefulness));
  return (
    <li>
      <p className="coaching-row-head">
        <Plate>
          <Text of={of.organisation.label} />
        </Plate>
        <span className="muted small">
          <Day at={of.written_at} />
        </span>
      </p>
      <blockquote className="voice">
        <Text of={of.learned} told />
      </blockquote>
      {of.missing ? (
        <p>
          <Trans>
            What was missing: <Text of={of.missing} told />
          </Trans>
        </p>
      ) : null}
      <p className="small muted">
        <Trans>
          {of.usefulness} of 5, {useful} useful.
        </Trans>{" "}
        {of.would_again ? (
          <Trans>They would do it again.</Trans>
        ) : (
          <Trans>They would not do it again.</Trans>
        )}
      </p>
    </li>
  );
}

type Typed = { learned: string; missing: string; usefulness: string; again: string };

/** What one side says for itself. */
function ReportForm({ id, organisation }: { id: string; organisation: string }) {
  const { t } = useLingui();
  const word = useResultWord();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterStep();
  const form = useForm<Typed>({
    defaultValues: { learned: "", missing: "", usefulness: "", again: "" },
  });

  async function send({ learned, missing, usefulness, again }: Typed) {
    const lacking = missing.trim();
    await writeReport(id, `${once}-${organisation}`.slice(0, 100), {
      organisation,
      learned: { [language]: learned.trim() },
      missing: lacking ? { [language]: lacking } : null,
      usefulness: Number(usefulness),
      would_again: again === "yes",
    });
    await after();
  }

  const written = languageName(language, language);
  return (
    <Form form={form} onSend={send} submit={<Trans>Hand in the report</Trans>}>
      <p className="small muted">
        <Trans>You write in {written}. It is handed in once and not changed any more.</Trans>
      </p>
      <TextArea
        name="learned"
        label={t`What you learned`}
        rules={{ validate: (typed: string) => typed.trim() !== "" || t`Say what you learned.` }}
        maxLength={4000}
      />
      <TextArea name="missing" label={t`What was missing`} rows={3} maxLength={4000} />
      <Select
        name="usefulness"
        label={t`How useful it was`}
        rules={{ required: t`Choose how useful it was.` }}
        options={[
          { value: "", label: t`choose` },
          ...USEFULNESS.map((value) => ({
            value,
            label: `${value}, ${word("usefulness", value)}`,
          })),
        ]}
      />
      <Choices
        name="again"
        legend={<Trans>Would you do it again?</Trans>}
        options={[
          { value: "yes", label: t`Yes` },
          { value: "no", label: t`No` },
        ]}
      />
    </Form>
  );
}
