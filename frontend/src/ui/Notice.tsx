import type { ReactNode } from "react";
import { classes } from "./classes";
import "./form.scss";

type NoticeProps = {
  tone?: "info" | "ok" | "warn" | "bad";
  title: ReactNode;
  children?: ReactNode;
  /** Read out as it comes: at once for what went wrong, in turn for what went well. */
  live?: boolean;
};

/** One thing that was done, is to be done or went wrong, said above what it concerns. */
export function Notice({ tone = "info", title, children, live }: NoticeProps) {
  const role = !live ? undefined : tone === "bad" ? "alert" : "status";
  return (
    <div className={classes("notice", `notice-${tone}`)} role={role}>
      <p className="notice-title">{title}</p>
      {children ? <div className="small">{children}</div> : null}
    </div>
  );
}
