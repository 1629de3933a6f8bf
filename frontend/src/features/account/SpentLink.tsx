import type { ReactNode } from "react";

type SpentLinkProps = { title: ReactNode; children: ReactNode; action: ReactNode };

/** A link of a letter that opens nothing any more: why, and what to do. */
export function SpentLink({ title, children, action }: SpentLinkProps) {
  return (
    <div className="spent-link state state-panel" role="status">
      <p className="h3">{title}</p>
      <p>{children}</p>
      <div className="button-row">{action}</div>
    </div>
  );
}
