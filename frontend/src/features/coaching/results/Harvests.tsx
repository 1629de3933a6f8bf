import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { Select } from "@/ui/Select";
import { Skeleton } from "@/ui/States";
import { useText } from "@/ui/Text";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { Day } from "../Day";
import { publishedQuery, type Request, useAfterStep } from "../queries";
import { type Harvest, type HarvestWrite, harvestsQuery, makeOf } from "./queries";
import { useResultWord } from "./words";

type Kind = Harvest["kind"];

/** Where what was made is worked on. */
function hrefOf({ kind, subject, href }: Harvest): string {
  if (kind === "lesson") return `/projects/${subject}/desk`;
  return kind === "replication" ? "/me/replications" : href;
}

/** What a coaching was made into, so that others find it. */
export function Harvests({ of }: { of: Request }) {
  const { t } = useLingui();
  const word = useResultWord();
  const items = useQuery(harvestsQuery(of.id)).data?.items ?? [];
  const [asked, ask] = useState<Kind>();
  const [made, setMade] = useState<Harvest>();
  const acts = of.sides.includes("requester") || of.sides.includes("coach");
  const titles: Record<Kind, string> = {
    lesson: t`Make a lesson of it`,
    practice: t`Make a practice of it`,
    replication: t`Do a project again`,
  };
  if (!acts && items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="harvests">
      <h2 className="h2" id="harvests">
        <Trans>What others can use of it</Trans>
      </h2>
      {/* It closes, and gives the focus back, before the notice takes it. */}
      <Dialog
        open={asked !== undefined}
        onClose={() => ask(undefined)}
        title={asked ? titles[asked] : ""}
      >
        {asked ? (
          <HarvestForm
            of={of}
            kind={asked}
            submit={titles[asked]}
            onDone={(harvest) => {
              ask(undefined);
              setMade(harvest);
            }}
          />
        ) : null}
      </Dialog>
      {made ? (
        <Notice live tone="ok" answer={made} title={<Trans>It is written down as a draft</Trans>}>
          <Link href={hrefOf(made)}>
            <Trans>Go on working on it</Trans>
          </Link>
        </Notice>
      ) : null}
      {items.length > 0 ? (
        <ul className="coaching-actions">
          {items.map((each) => (
            <li key={`${each.kind} ${each.made_at}`}>
              <Link href={hrefOf(each)}>{word("made", each.kind)}</Link>
              <span className="small muted">
                <Day at={each.made_at} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">
          <Trans>What is made of it keeps that it comes from this coaching.</Trans>
        </p>
      )}
      {acts ? (
        <div className="button-row">
          <Button onClick={() => ask("lesson")}>{titles.lesson}</Button>
          <Button onClick={() => ask("practice")}>{titles.practice}</Button>
          <Button onClick={() => ask("replication")}>{titles.replication}</Button>
        </div>
      ) : null}
    </section>
  );
}

type FormProps = {
  of: Request;
  kind: Kind;
  submit: string;
  onDone: (made: Harvest) => void;
};
type Typed = { project: string; organisation: string; title: string; text: string; advice: string };

function HarvestForm({ of, kind, submit, onDone }: FormProps) {
  const { t } = useLingui();
  const text = useText();
  const language = useLanguage();
  const once = useKey();
  const after = useAfterStep();
  const coaches = of.invitations.filter(({ state }) => state === "accepted");
  const sides = [of.organisation, ...coaches.map(({ organisation }) => organisation)];
  const projects = useQueries({ queries: sides.map(({ slug }) => publishedQuery(slug)) });
  const form = useForm<Typed>({
    defaultValues: {
      project: of.project?.id ?? "",
      organisation: of.organisation.slug,
      title: text(of.title),
      text: of.outcome?.[language] ?? "",
      advice: "",
    },
  });
  if (projects.some(({ isPending }) => isPending)) return <Skeleton rows={4} />;
  const found = projects.flatMap(({ data }) => data?.items ?? []);

  const labels: Record<Kind, string> = {
    lesson: t`What happened`,
    practice: t`In short: what is done, and what it is good for`,
    replication: t`What is to be kept`,
  };

  async function send(typed: Typed) {
    const said = (words: string) => (words.trim() ? { [language]: words.trim() } : null);
    const { project, organisation } = typed;
    const words = { [language]: typed.text.trim() };
    const bodies = {
      lesson: { project, happened: words, advice: said(typed.advice), lesson_kind: "worked" },
      practice: { organisation, title: { [language]: typed.title.trim() }, summary: words },
      replication: { project, organisation, kept: said(typed.text) },
    } as const;
    const made = await makeOf(of.id, once, { kind, ...bodies[kind] } as HarvestWrite);
    await after();
    onDone(made);
  }

  return (
    <Form form={form} onSend={send} submit={submit}>
      {kind === "practice" ? (
        <TextField name="title" label={t`Title`} rules={{ required: t`Give it a title.` }} />
      ) : (
        <Select
          name="project"
          label={kind === "lesson" ? t`For which project` : t`Which project is to be done again`}
          hint={t`Projects that one of you has published.`}
          rules={{ required: t`Choose the project.` }}
          options={[
            { value: "", label: t`choose` },
            ...found.map(({ id, title }) => ({ value: id, label: text(title) })),
          ]}
        />
      )}
      {kind === "lesson" ? null : (
        <Select
          name="organisation"
          label={kind === "practice" ? t`Whose practice it is` : t`Who does it again`}
          options={sides.map(({ slug, label }) => ({ value: slug, label: text(label) }))}
        />
      )}
      <TextArea
        name="text"
        label={labels[kind]}
        rules={{
          validate: (typed: string) =>
            kind === "replication" || typed.trim() !== "" || t`Say what happened.`,
        }}
        maxLength={4000}
      />
      {kind === "lesson" ? (
        <TextArea name="advice" label={t`Your advice to others`} rows={3} maxLength={4000} />
      ) : null}
    </Form>
  );
}
