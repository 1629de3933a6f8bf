import { Trans } from "@lingui/react/macro";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Shown } from "./Shown";
import type { Autosave, Meeting } from "./useAutosave";
import type { Field } from "./values";
import { useWord } from "./words";

type MeanwhileProps = { meeting: Meeting; choose: Autosave["choose"] };

/** What somebody else changed since; where both wrote, the reader says which of the two stays. */
export function Meanwhile({ meeting, choose }: MeanwhileProps) {
  const word = useWord();
  const { before, theirs, taken, both } = meeting;
  const changed = (name: Field) => (
    <>
      <dt>{word("field", name)}</dt>
      <dd>
        <del>
          <Shown field={name} value={before[name]} />
        </del>{" "}
        <ins>
          <Shown field={name} value={theirs[name]} />
        </ins>
      </dd>
    </>
  );
  return (
    <Notice
      live
      tone="warn"
      answer={both.length}
      title={<Trans>Somebody else changed this project meanwhile</Trans>}
    >
      {both.length > 0 ? (
        <p>
          <Trans>
            You wrote in the same fields. Nothing of yours is lost: say which of the two stays, then
            saving goes on.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>It is taken over here, and what you typed is saved beside it.</Trans>
        </p>
      )}
      <dl className="project-meanwhile">
        {both.map((name) => {
          const field = word("field", name);
          return (
            <div key={name}>
              {changed(name)}
              <dd className="button-row">
                <Button onClick={() => choose(name, "mine")}>
                  <Trans>Keep mine</Trans> <span className="vh">{field}</span>
                </Button>
                <Button onClick={() => choose(name, "theirs")}>
                  <Trans>Take theirs</Trans> <span className="vh">{field}</span>
                </Button>
              </dd>
            </div>
          );
        })}
        {taken.map((name) => (
          <div key={name}>{changed(name)}</div>
        ))}
      </dl>
    </Notice>
  );
}
