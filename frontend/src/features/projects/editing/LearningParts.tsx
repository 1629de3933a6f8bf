import { Trans, useLingui } from "@lingui/react/macro";
import { Select } from "@/ui/Select";
import { LanguageText } from "./LanguageText";
import { Part, Slot } from "./Part";
import { Rows } from "./Rows";
import { SourceRows } from "./SourceRows";
import { CHECKS, emptyLesson } from "./values";
import { useOptions, useWord } from "./words";

/** What others can learn from it; what happened is enough. */
export function LessonPart() {
  const { t } = useLingui();
  const options = useOptions();
  return (
    <Part
      title={<Trans>Lessons</Trans>}
      why={<Trans>What you would tell a colleague over coffee. One is needed to publish.</Trans>}
    >
      <Slot field="lessons">
        <Rows
          name="lessons"
          legend={(number) => t`Lesson ${number}`}
          add={<Trans>Add a lesson</Trans>}
          empty={emptyLesson}
        >
          {(row) => (
            <>
              <LanguageText name={`${row}.happened`} label={t`What happened?`} />
              <Select
                name={`${row}.kind`}
                label={t`What kind of lesson`}
                options={[{ value: "", label: t`Not stated` }, ...options("lesson_kind")]}
              />
              <details className="project-more">
                <summary>
                  <Trans>Context, cause, advice and evidence</Trans>
                </summary>
                <LanguageText rows={2} name={`${row}.context`} label={t`Where and when`} />
                <LanguageText rows={2} name={`${row}.cause`} label={t`Why did it happen?`} />
                <LanguageText rows={2} name={`${row}.advice`} label={t`Advice to the next city`} />
                <fieldset>
                  <legend className="kern-label">
                    <Trans>What shows that it was so</Trans>
                  </legend>
                  <SourceRows name={`${row}.evidence`} />
                </fieldset>
                <Select
                  name={`${row}.audience`}
                  label={t`Who may read it`}
                  options={options("audience")}
                />
              </details>
            </>
          )}
        </Rows>
      </Slot>
    </Part>
  );
}

/** What another city needs to know before it does the same. */
export function TransferPart() {
  const word = useWord();
  return (
    <Part
      title={<Trans>For the next city</Trans>}
      why={<Trans>What somebody has to know who wants to do the same elsewhere.</Trans>}
    >
      <Slot field="transferability">
        <LanguageText name="transferability.needed_first" label={word("part", "needed_first")} />
        <details className="project-more">
          <summary>
            <Trans>Conditions one by one</Trans>
          </summary>
          {CHECKS.map((name) => (
            <LanguageText
              key={name}
              rows={2}
              name={`transferability.${name}`}
              label={word("part", name)}
            />
          ))}
        </details>
      </Slot>
    </Part>
  );
}
