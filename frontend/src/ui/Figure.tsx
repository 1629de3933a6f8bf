import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { TextButton } from "./Button";
import { Link } from "./Link";

export type FigureView = "drawing" | "table";

type FigureProps = {
  /** The finding, in a sentence. */
  heading: ReactNode;
  /** How to read it. */
  caption: ReactNode;
  drawing: ReactNode;
  /** The same records as a table; also what is printed. */
  table: ReactNode;
  view: FigureView;
  /** The page keeps the view in its address (`?view=table`). */
  onView: (view: FigureView) => void;
  source: ReactNode;
  csv?: string;
  /** What the file is called when it is made in the browser. */
  csvName?: string;
  /** Names the region when the drawing may scroll sideways. */
  scrolls?: string;
};

/** A picture that can always be read as a table. */
export function Figure(props: FigureProps) {
  const { heading, caption, drawing, table, view, onView, source, csv, csvName, scrolls } = props;
  const id = useId();
  const asTable = view === "table";
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption>
        <h2 className="h2" id={id}>
          {heading}
        </h2>
        <p>{caption}</p>
      </figcaption>
      {asTable ? table : <Drawing scrolls={scrolls}>{drawing}</Drawing>}
      {asTable ? null : <div className="print-only">{table}</div>}
      <div className="figure-foot">
        <span>{source}</span>
        <TextButton onClick={() => onView(asTable ? "drawing" : "table")}>
          {asTable ? <Trans>Show as picture</Trans> : <Trans>Show as table</Trans>}
        </TextButton>
        {csv ? (
          <Link href={csv} download={csvName}>
            <Trans>Download as CSV</Trans>
          </Link>
        ) : null}
      </div>
    </figure>
  );
}

function Drawing({ scrolls, children }: { scrolls?: string; children: ReactNode }) {
  if (!scrolls) return <div className="screen-only">{children}</div>;
  return (
    <section
      className="figure-region screen-only"
      aria-label={scrolls}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
