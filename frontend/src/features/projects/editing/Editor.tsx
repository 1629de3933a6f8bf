import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Refusal } from "@/ui/Form";
import { LeaveGuard } from "@/ui/LeaveGuard";
import { AttachmentPart } from "./AttachmentPart";
import { IndicatorPart } from "./IndicatorPart";
import { Lacks } from "./Lacks";
import { LanguageChoice } from "./LanguageChoice";
import { type Writing, WritingContext } from "./LanguageText";
import { ContactPart, MorePart, SourcePart } from "./LastParts";
import { LessonPart, TransferPart } from "./LearningParts";
import { Meanwhile } from "./Meanwhile";
import { MoneyPart } from "./MoneyPart";
import { NetworkPart } from "./NetworkPart";
import { DeskContext } from "./Part";
import { PartnerPart } from "./PartnerPart";
import { PracticePart } from "./PracticePart";
import { deskQuery, type Seen, type Verb } from "./queries";
import { SaveLine } from "./SaveLine";
import { StepButtons } from "./StepButtons";
import { MaturityPart, PlacePart, ProblemPart, TimePart, TitlePart } from "./StoryParts";
import { TopicPart } from "./TopicPart";
import { useAutosave, valuesSeen } from "./useAutosave";
import { emptyContact, emptyLesson, type Values } from "./values";

/** A first lesson and a first contact are open, as both are needed. */
function opening(seen: Seen): Values {
  const values = valuesSeen(seen);
  if (values.lessons.length === 0) values.lessons = [emptyLesson()];
  if (values.contacts.length === 0) values.contacts = [emptyContact];
  return values;
}

type EditorProps = { seen: Seen; onDone: (verb: Verb) => void };

/** The version at work in fields; what is typed is saved after a pause. */
export function Editor({ seen, onDone }: EditorProps) {
  const { t } = useLingui();
  const reader = useLanguage();
  const queries = useQueryClient();
  const { title } = seen.data.work ?? seen.data.live ?? { title: {} };
  const [writing, setWriting] = useState<Writing>(() => ({
    main: reader in title ? reader : (Object.keys(title)[0] ?? reader),
    beside: "",
  }));
  const [opened] = useState(seen);
  const [isTold, setTold] = useState(false);
  const form = useForm<Values>({ defaultValues: opening(opened) });
  const autosave = useAutosave(form, opened, (now) =>
    queries.setQueryData(deskQuery(now.data.id).queryKey, now),
  );
  const { lacks } = seen.data;

  /** Nothing is sent that would be refused: what is missing is shown instead. */
  async function ready(): Promise<Seen | undefined> {
    const isKept = await autosave.settle();
    const now = autosave.latest();
    if (isKept && now.data.lacks.length === 0) return now;
    setTold(true);
    return undefined;
  }

  return (
    <FormProvider {...form}>
      <WritingContext value={writing}>
        <DeskContext value={seen.data}>
          <LeaveGuard holds={autosave.holds} settle={autosave.settle} />
          <form
            className="project-editor"
            noValidate
            aria-label={t`Project`}
            onSubmit={(event) => {
              event.preventDefault();
              void autosave.save();
            }}
          >
            <div className="project-editor-head">
              <LanguageChoice writing={writing} used={Object.keys(title)} onChange={setWriting} />
              <Lacks
                lacks={lacks}
                unready={autosave.unready}
                told={isTold}
                onSeen={() => setTold(false)}
              />
            </div>
            {autosave.meeting ? (
              <Meanwhile meeting={autosave.meeting} choose={autosave.choose} />
            ) : null}
            {autosave.refusal ? <Refusal problem={autosave.refusal} /> : null}
            <h2 className="h2">
              <Trans>Needed to publish</Trans>
            </h2>
            <TitlePart />
            <TopicPart />
            <MaturityPart />
            <LessonPart />
            <ContactPart />
            <PlacePart />
            <h2 className="h2">
              <Trans>Helps the next city</Trans>
            </h2>
            <TimePart />
            <ProblemPart />
            <AttachmentPart />
            <IndicatorPart />
            <TransferPart />
            <MoneyPart />
            <PartnerPart />
            <NetworkPart />
            <PracticePart />
            <SourcePart />
            <MorePart />
            <div className="project-bar">
              <SaveLine
                state={autosave.state}
                at={seen.data.updated_at}
                unready={autosave.unready.length}
              />
              {autosave.state === "refused" ? (
                <TextButton onClick={() => void autosave.save()}>
                  <Trans>Save again</Trans>
                </TextButton>
              ) : null}
              {seen.data.may.includes("submit") ? (
                <StepButtons seen={seen} verbs={["submit"]} ready={ready} onDone={onDone} />
              ) : null}
            </div>
          </form>
        </DeskContext>
      </WritingContext>
    </FormProvider>
  );
}
