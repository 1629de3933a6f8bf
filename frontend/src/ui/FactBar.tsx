import type { ReactNode } from "react";

/** The row of facts between two rules, under the head of a profile. */
export function FactBar({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="fact-bar">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
