import type { ReactNode } from "react";
import { classes } from "./classes";
import { Link } from "./Link";

type PlateProps = {
  children: ReactNode;
  /** A second line: country, population, what happened here. */
  note?: ReactNode;
  href?: string;
  /** big: heading of a city; open: a free or excluded place; white: on the yellow field. */
  variant?: "big" | "open" | "white" | "brand";
  lang?: string;
};

/** A city, and nothing but a city (or the brand, or "your turn now"). */
export function Plate({ children, note, href, variant, lang }: PlateProps) {
  const className = classes("plate", variant && `plate-${variant}`);
  const content = (
    <>
      {children}
      {note ? <small>{note}</small> : null}
    </>
  );
  if (href) {
    return (
      <Link className={className} href={href} lang={lang}>
        {content}
      </Link>
    );
  }
  return (
    <span className={className} lang={lang}>
      {content}
    </span>
  );
}
