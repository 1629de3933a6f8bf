import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { Lead } from "@/api/leads";
import { Problem } from "@/api/problem";
import { useKey } from "@/api/useKey";
import { useLanguage } from "@/i18n/useLanguage";
import { LinkButton } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { requestQuery, type Seen, takeStep, useAfterStep } from "../queries";
import { Lacks } from "./Lacks";
import { Preview } from "./Preview";
import { SaveLine } from "./SaveLine";
import { About, How, Readers } from "./steps";
import { useDraft } from "./useDraft";
import { type Values, valuesOf, writtenIn } from "./values";
import "../coaching.scss";
import "./writing.scss";

const LAST = 3;

type WizardProps = {
  opened: Seen | undefined;
  leads: Lead[];
  step: number;
  /** The address of a step; of the request that is begun here, once it is there. */
  hrefOf: (step: number, id?: string) => string;
};

/** A request in three short steps, kept as it is typed, with the likely matches beside it. */
export function Wizard({ opened, leads, step, hrefOf }: WizardProps) {
  const { t } = useLingui();
  const reader = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const once = useKey();
  const after = useAfterStep();
  const [language] = useState(() => writtenIn(opened?.data, reader));
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const form = useForm<Values>({
    defaultValues: valuesOf(opened?.data, language, leads[0]?.slug ?? ""),
  });
  const [id, setId] = useState(opened?.data.id);
  const draft = useDraft({ form, opened, language, onSaved: keep });
  const state = opened?.data.state ?? "draft";

  function keep(made: Seen) {
    queries.setQueryData(requestQuery(made.data.id).queryKey, made);
    if (id) return;
    setId(made.data.id);
    void navigate({ href: hrefOf(step, made.data.id), replace: true, resetScroll: false });
  }

  async function onward() {
    if (!form.getValues("title").trim()) {
      form.setError("title", { message: t`Write a title.` }, { shouldFocus: true });
      return;
    }
    setWaits(true);
    const made = await draft.save();
    setWaits(false);
    if (made && step < LAST) await navigate({ href: hrefOf(step + 1, made.data.id) });
    else if (made) await end(made);
  }

  async function end(made: Seen) {
    setWaits(true);
    setProblem(undefined);
    try {
      if (state === "draft") {
        await takeStep(made, `${once}-${made.data.version}`, { verb: "submit" });
      }
      await after();
      await navigate({ href: `/coaching/${made.data.id}` });
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setProblem(failure);
    } finally {
      setWaits(false);
    }
  }

  const titles = [t`What it is about`, t`In which way`, t`Before you submit`];
  return (
    <FormProvider {...form}>
      <nav aria-label={t`Steps`}>
        <ol className="wizard-steps">
          {titles.map((title, index) => (
            <li key={title} className={classes(index + 1 === step && "is-now")}>
              {id && index + 1 !== step ? (
                <Link href={hrefOf(index + 1, id)}>{title}</Link>
              ) : (
                <span aria-current={index + 1 === step ? "step" : undefined}>{title}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div className="wizard">
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!waits) void onward();
          }}
        >
          {problem ? <Refusal problem={problem} /> : null}
          {draft.met ? (
            <Notice
              live
              tone="warn"
              answer={draft.met}
              title={<Trans>Somebody else wrote here too</Trans>}
            >
              <Trans>Where both wrote, yours is kept; all else stands as they wrote it.</Trans>
            </Notice>
          ) : null}
          {draft.refusal ? <Refusal problem={draft.refusal} /> : null}
          <StepTitle step={step}>{titles[step - 1]}</StepTitle>
          {step === 1 ? <About leads={leads} isNew={!id} /> : null}
          {step === 2 ? <How /> : null}
          {step === LAST ? <Readers /> : null}
          {step === LAST ? <Lacks hrefOf={(to) => hrefOf(to, id)} /> : null}
          <SaveLine state={draft.state} />
          <div className="button-row">
            <WaitingButton rank="primary" type="submit" waits={waits}>
              {step < LAST ? <Trans>Next step</Trans> : null}
              {step === LAST && state === "draft" ? <Trans>Submit the request</Trans> : null}
              {step === LAST && state !== "draft" ? <Trans>To the request</Trans> : null}
            </WaitingButton>
            {step > 1 ? (
              <LinkButton href={hrefOf(step - 1, id)}>
                <Trans>Back</Trans>
              </LinkButton>
            ) : null}
          </div>
        </form>
        <Preview />
      </div>
    </FormProvider>
  );
}

/** The name of the step; the focus goes to it as one step follows another. */
function StepTitle({ step, children }: { step: number; children: ReactNode }) {
  const place = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) place.current?.focus();
    before.current = step;
  }, [step]);
  return (
    <h2 className="h2" ref={place} tabIndex={-1}>
      {children}
    </h2>
  );
}
