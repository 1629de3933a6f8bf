import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";
import { Link } from "./Link";

type Crumb = { href: string; label: ReactNode };

/** The way up; the page itself comes last and is no link. */
export function Breadcrumb({ up, here }: { up: Crumb[]; here: ReactNode }) {
  const { t } = useLingui();
  return (
    <nav className="crumbs" aria-label={t`You are here`}>
      <ol>
        {up.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

/** The name of the page in the browser's tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} – Citypeers`;
  }, [title]);
}

type PageProps = {
  /** For the tab; the heading says it too unless `heading` differs. */
  title: string;
  heading?: ReactNode;
  /** What the way up ends with; else the heading. */
  here?: ReactNode;
  /** One line over the heading: whose it is. */
  above?: ReactNode;
  lead?: ReactNode;
  up?: Crumb[];
  children?: ReactNode;
};

/** The frame of most pages: the way up, the title (where focus goes), one sentence, the content. */
export function Page({ title, heading, here, above, lead, up, children }: PageProps) {
  useTitle(title);
  return (
    <div className="wrap">
      {up ? <Breadcrumb up={up} here={here ?? heading ?? title} /> : null}
      <div className={up ? "page page-below" : "page"}>
        {above}
        <h1 className="h1" tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead ? <p className="lead muted">{lead}</p> : null}
        {children}
      </div>
    </div>
  );
}
