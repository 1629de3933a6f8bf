import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Radios } from "@/ui/Fields";
import { Refusal, WaitingButton } from "@/ui/Form";
import { changeImport, type Question, type Seen } from "./queries";
import { useDelimiterName } from "./useDelimiterName";
import { useStep } from "./useStep";

/** What has to be said before anything of a file can be read; each answer shows how it would read. */
export function FileQuestion({ seen, question }: { seen: Seen; question: Question }) {
  const delimiter = useDelimiterName();
  const { waits, refused, take } = useStep();
  const answers = Object.entries(question.answers);
  const [answer, setAnswer] = useState(answers[0]?.[0] ?? "");
  const isEncoding = question.code === "asked_encoding";

  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = isEncoding ? { encoding: answer } : { delimiter: answer };
        void take(() => changeImport(seen, said));
      }}
    >
      {refused ? <Refusal problem={refused} /> : null}
      <Radios
        legend={question.detail}
        value={answer}
        options={answers.map(([value, shows]) => ({
          value,
          label: `${isEncoding ? value : delimiter(value)}: ${shows}`,
        }))}
        onChange={setAnswer}
      />
      <div className="button-row">
        <WaitingButton rank="primary" type="submit" waits={waits}>
          <Trans>Read it this way</Trans>
        </WaitingButton>
      </div>
    </form>
  );
}
