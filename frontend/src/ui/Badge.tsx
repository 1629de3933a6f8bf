import type { ReactNode } from "react";
import { classes } from "./classes";

type BadgeProps = { children: ReactNode; tone?: "ok" | "warn" | "bad" };

/** A state in a word; the tone only underlines it. */
export function Badge({ children, tone }: BadgeProps) {
  return <span className={classes("badge", tone && `badge-${tone}`)}>{children}</span>;
}

/** Short words in outlined boxes: topics, formats. */
export function Tags({ items }: { items: { key: string; content: ReactNode }[] }) {
  return (
    <ul className="tags">
      {items.map((item) => (
        <li key={item.key}>{item.content}</li>
      ))}
    </ul>
  );
}
