import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { components } from "@/api/schema.gen";
import { countries } from "@/i18n/countries";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { ComboBox } from "@/ui/ComboBox";
import { Checkbox, TextField } from "@/ui/Fields";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text } from "@/ui/Text";
import { type Asked, isAsked, MOST_PEOPLE, readPopulation } from "./asked";
import "./finding.scss";

type Topic = components["schemas"]["TopicItem"];

export type Change = { country?: string; population?: string; topic?: string[] };

type FinderFormProps = {
  asked: Asked;
  topics: Topic[] | undefined;
  topicsError: Error | null;
  onTopicsRetry: () => void;
  onAsk: (change: Change) => void;
};

/** Three questions on one page; every answer stands in the address at once. */
export function FinderForm({ asked, topics, topicsError, onTopicsRetry, onAsk }: FinderFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const options = useMemo(() => countries(language), [language]);
  const count = asked.topics.length;

  return (
    <form className="finder" onSubmit={(event) => event.preventDefault()}>
      <ol className="finder-steps">
        <Step number={1} title={t`Where is your city?`}>
          <ComboBox
            label={t`Country`}
            value={asked.country ?? ""}
            options={options}
            onChange={(country) => onAsk({ country: country || undefined })}
          />
        </Step>
        <Step number={2} title={t`How many people live there?`}>
          <Population value={asked.population} onAsk={onAsk} />
        </Step>
        <Step number={3} title={t`What are you working on?`} wide>
          {topics ? (
            <fieldset className="finder-topics">
              <legend className="vh">
                <Trans>Fields of action</Trans>
              </legend>
              {topics.map((topic) => (
                <Checkbox
                  key={topic.id}
                  checked={asked.topics.includes(topic.id)}
                  onChange={(on) =>
                    onAsk({
                      topic: on
                        ? [...asked.topics, topic.id]
                        : asked.topics.filter((other) => other !== topic.id),
                    })
                  }
                >
                  <Text of={topic.label} />
                </Checkbox>
              ))}
            </fieldset>
          ) : topicsError ? (
            <ErrorState error={topicsError} onRetry={onTopicsRetry} />
          ) : (
            <Skeleton rows={5} />
          )}
          <p className="small muted">
            <Plural
              value={count}
              _0="No topic chosen."
              one="# topic chosen."
              other="# topics chosen."
            />
          </p>
        </Step>
      </ol>
      {isAsked(asked) ? (
        <p className="no-print">
          <TextButton
            onClick={() => onAsk({ country: undefined, population: undefined, topic: undefined })}
          >
            <Trans>Clear all answers</Trans>
          </TextButton>
        </p>
      ) : null}
    </form>
  );
}

type StepProps = { number: number; title: string; wide?: boolean; children: ReactNode };

function Step({ number, title, wide, children }: StepProps) {
  return (
    <li className={wide ? "finder-step is-wide" : "finder-step"}>
      <h2 className="h3">
        <span className="finder-number num">{number}</span> {title}
      </h2>
      {children}
    </li>
  );
}

function Population({ value, onAsk }: { value?: number; onAsk: (change: Change) => void }) {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState(value ? i18n.number(value) : "");
  const told = useRef(value);
  const number = readPopulation(typed);
  const most = i18n.number(MOST_PEOPLE);

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value ? i18n.number(value) : "");
  }, [value, i18n]);

  useEffect(() => {
    if (number === "refused" || number === told.current) return;
    const timer = setTimeout(() => {
      told.current = number;
      onAsk({ population: number ? String(number) : undefined });
    }, 400);
    return () => clearTimeout(timer);
  });

  return (
    <>
      <TextField label={t`Inhabitants`} inputMode="numeric" value={typed} onChange={setTyped} />
      <p className="small finder-note" role="status">
        {number === "refused" ? (
          <Trans>Please give a whole number from 1 to {most}.</Trans>
        ) : (
          <span className="muted">
            <Trans>A round number is enough.</Trans>
          </span>
        )}
      </p>
    </>
  );
}
