import { Trans, useLingui } from "@lingui/react/macro";
import { createContext, type ReactNode, use, useId } from "react";
import { Instant } from "@/ui/Dates";
import type { Desk } from "./queries";
import { useWord } from "./words";

/** What is missing and what a reviewer asked for, so that each can stand at its field. */
export const DeskContext = createContext<Pick<Desk, "lacks" | "comments">>({
  lacks: [],
  comments: [],
});

type PartProps = { title: ReactNode; why?: ReactNode; children: ReactNode };

/** One part of the form: what it is about on the left, its fields on the right. */
export function Part({ title, why, children }: PartProps) {
  const id = useId();
  return (
    <section className="project-part" aria-labelledby={id}>
      <div>
        <h3 className="h3" id={id}>
          {title}
        </h3>
        {why ? <p className="small muted">{why}</p> : null}
      </div>
      <div>{children}</div>
    </section>
  );
}

export const slotId = (field: string) => `field-${field}`;

/** The place of one field: what is asked of it stands above it, and links lead here. */
export function Slot({ field, children }: { field: string; children: ReactNode }) {
  const { lacks, comments } = use(DeskContext);
  const within = (pointer: string) => pointer.split("/")[1] === field;
  const asked = comments.filter(({ pointer, is_open }) => is_open && within(pointer));
  const missing = lacks.some(({ pointer }) => within(pointer));
  return (
    <div id={slotId(field)} className="project-slot">
      <ReviewComments comments={asked} />
      {missing ? (
        <p className="project-missing small">
          <Trans>Needed before it can be published</Trans>
        </p>
      ) : null}
      {children}
    </div>
  );
}

type FoldedProps = { field: string; count: number; children: ReactNode };

/** A choice among many, opened by whoever needs it; closed, it says how much is chosen. */
export function Folded({ field, count, children }: FoldedProps) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <details className="project-more">
      <summary>
        {word("field", field)}{" "}
        <span className="muted small">{count > 0 ? t`${count} chosen` : t`none chosen`}</span>
      </summary>
      {children}
    </details>
  );
}

export function ReviewComments({ comments }: { comments: Desk["comments"] }) {
  return comments.map(({ id, text, created_at }) => (
    <div key={id} className="review-comment">
      <p className="small">
        <b>
          <Trans>The reviewer asks</Trans>
        </b>
        , <Instant at={created_at} />
      </p>
      <p>{text}</p>
    </div>
  ));
}

/** Brings a field on screen and puts the focus into it. */
export function goTo(pointer: string): void {
  const slot = document.getElementById(slotId(pointer.split("/")[1] ?? ""));
  slot?.scrollIntoView({ block: "start" });
  const fields = slot?.querySelectorAll<HTMLElement>("input, textarea, select, button") ?? [];
  const named = pointer.slice(1).replaceAll("/", ".");
  const exact = [...fields].find((each) => each.getAttribute("name")?.startsWith(`${named}.`));
  (exact ?? fields[0])?.focus();
}
