import { type ReactNode, useEffect, useRef } from "react";

type StepProps = {
  title: string;
  /** It is this step's turn; where its turn comes while the page is open, the focus comes too. */
  current: boolean;
  /** Changes when the step comes to another end. */
  state: string;
  children: ReactNode;
};

/** One step of the way, under a heading of its own. */
export function Step({ title, current, state, children }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(current ? state : "");

  useEffect(() => {
    const now = current ? state : "";
    if (now && now !== before.current) heading.current?.focus();
    before.current = now;
  }, [current, state]);

  return (
    <section className="import-step" aria-current={current ? "step" : undefined}>
      <h2 className="h2" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
