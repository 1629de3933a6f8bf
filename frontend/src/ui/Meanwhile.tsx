import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Notice } from "./Notice";
import "./meanwhile.scss";

type Changed = {
  term: string;
  before: ReactNode;
  now: ReactNode;
  /** Whether it was typed here too. */
  mine: boolean;
};

type MeanwhileProps = { title: ReactNode; answer: object; changed: readonly Changed[] };

/** What somebody else changed since a form was opened, and which of it was typed here too. */
export function Meanwhile({ title, answer, changed }: MeanwhileProps) {
  return (
    <Notice live tone="warn" answer={answer} title={title}>
      <p>
        <Trans>Nothing was written. What you typed is still here. Look, and save again.</Trans>
      </p>
      <dl className="meanwhile">
        {changed.map(({ term, before, now, mine }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <del>{before}</del> → <ins>{now}</ins>
              {mine ? (
                <p>
                  <Trans>You changed this too: saving puts yours in its place.</Trans>
                </p>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
