import type { ReactNode } from "react";
import "@/features/account/account.scss";

/** One matter of a page about oneself: its name at the left, what can be done at the right. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="account-part" aria-labelledby={`${id}-title`}>
      <h2 className="h2" id={`${id}-title`}>
        {title}
      </h2>
      <div>{children}</div>
    </section>
  );
}
