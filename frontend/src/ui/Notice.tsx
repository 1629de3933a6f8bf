import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes";
import "./form.scss";

type NoticeProps = {
  tone?: "info" | "ok" | "warn" | "bad";
  title: ReactNode;
  children?: ReactNode;
  /** It answers an act: it is read out and takes the focus, as what was pressed may be gone. */
  live?: boolean;
  /** The answer it tells; another one takes the focus anew, also where it says the same. */
  answer?: unknown;
};

/** One thing that was done, is to be done or went wrong, said above what it concerns. */
export function Notice({ tone = "info", title, children, live, answer }: NoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const role = !live ? undefined : tone === "bad" ? "alert" : "status";

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer takes the focus once
  useEffect(() => {
    if (live) place.current?.focus();
  }, [live, answer]);

  return (
    <div
      ref={place}
      className={classes("notice", `notice-${tone}`)}
      role={role}
      tabIndex={live ? -1 : undefined}
    >
      <p className="notice-title">{title}</p>
      {children ? <div className="small">{children}</div> : null}
    </div>
  );
}
