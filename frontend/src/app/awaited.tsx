import type { ReactNode } from "react";
import { currentLanguage } from "@/i18n/language";
import { Page } from "@/ui/Page";
import { Skeleton } from "@/ui/States";

/** The address that was opened, for this is loaded with its page; what was drawn ahead is of no other. */
const opened = location.pathname;

type Awaited = { up: { href: string; label: ReactNode }[]; rows: number };

/** A page whose record is on its way: under the record's own title and lead where the server put them in. */
export function awaited({ up, rows }: Awaited) {
  const { drawn, title, lead } = document.documentElement.dataset;
  // No component of its own, so that React keeps the elements when the record is here.
  return title && lead && drawn === currentLanguage() && location.pathname === opened ? (
    <Page title={title} lead={lead} up={up}>
      <div className="section">
        <Skeleton rows={rows} />
      </div>
    </Page>
  ) : (
    <div className="wrap page">
      <Skeleton page rows={rows} />
    </div>
  );
}
