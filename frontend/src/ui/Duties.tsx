import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LinkButton } from "./Button";
import { classes } from "./classes";
import { PartialDate } from "./Dates";
import "./duties.scss";

/** Something that waits for somebody. */
export type Duty = {
  key: string;
  title: ReactNode;
  /** Why, and what comes of it, in a sentence or two. */
  why: ReactNode;
  /** The last day, as `2026-03-17`; without one it waits for no day. */
  by?: string;
  action: { href: string; label: ReactNode };
  /** It is this reader's turn now: the one yellow plate. */
  yours?: boolean;
};

const DAY_MS = 86_400_000;

/** Whole days from one date to another. */
export function daysUntil(by: string, today: Date): number {
  const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(by) - from) / DAY_MS);
}

/** What has a day comes first, by its day. */
export function inOrder(duties: Duty[]): Duty[] {
  return duties.toSorted((a, b) => (a.by ?? "9999").localeCompare(b.by ?? "9999"));
}

/** Rows of what waits: how long there is, what it is, by when, and the act. */
export function Duties({ duties }: { duties: Duty[] }) {
  return (
    <ul className="duties">
      {inOrder(duties).map((duty) => (
        <li key={duty.key}>
          <Left duty={duty} />
          <div>
            <h2 className="h3">{duty.title}</h2>
            <p className="small muted">{duty.why}</p>
          </div>
          <p className="duty-by">
            {duty.by ? (
              <Trans>
                by <PartialDate value={duty.by} />
              </Trans>
            ) : null}
          </p>
          <LinkButton href={duty.action.href} rank={duty.yours ? "primary" : "secondary"}>
            {duty.action.label}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

function Left({ duty }: { duty: Duty }) {
  if (!duty.by) {
    return (
      <p className={classes("duty-left", duty.yours && "is-yours")}>
        <Trans>now</Trans>
      </p>
    );
  }
  const days = daysUntil(duty.by, new Date());
  const over = days < 0;
  const shown = Math.abs(days);
  return (
    <p className={classes("duty-left", over ? "is-over" : duty.yours && "is-yours")}>
      <b>{shown}</b>{" "}
      {over ? (
        <Plural value={shown} one="day over" other="days over" />
      ) : (
        <Plural value={shown} one="day" other="days" />
      )}
    </p>
  );
}
