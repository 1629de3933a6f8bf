import "./analysis.scss";
import "./lines.scss";
import "./matrix.scss";
import { Trans } from "@lingui/react/macro";
import type { FigureView } from "@/ui/Figure";
import { EmptyState } from "@/ui/States";
import type { Analysis } from "../queries";
import { Gaps } from "./Gaps";
import { Matrix } from "./Matrix";
import { Municipalities } from "./Municipalities";
import { Relations } from "./Relations";
import type { Shown } from "./shown";
import { Timeline } from "./Timeline";

type AnalysisViewProps = {
  /** Undefined while it is on its way. */
  analysis: Analysis | undefined;
  /** The figures shown as tables. */
  tables: string[];
  onTables: (tables: string[]) => void;
  /** The page of a German municipality. */
  townHref: (name: string) => string;
  allTowns: boolean;
  onAllTowns: (all: boolean) => void;
};

/** Five pictures of the same records; the words of the first stand before the records are here. */
export function AnalysisView(props: AnalysisViewProps) {
  const { analysis, tables, onTables, townHref, allTowns, onAllTowns } = props;
  const shown: Shown = (name) => ({
    view: tables.includes(name) ? "table" : "drawing",
    onView: (view: FigureView) => {
      const others = tables.filter((each) => each !== name);
      onTables(view === "table" ? [...others, name] : others);
    },
  });

  if (analysis?.total === 0) {
    return (
      <div className="section">
        <EmptyState
          says={<Trans>No network is described yet.</Trans>}
          why={<Trans>The pictures draw themselves from the first profile on.</Trans>}
        />
      </div>
    );
  }
  return (
    <div className="analysis">
      <div className="section">
        <Matrix analysis={analysis} shown={shown} />
      </div>
      {analysis ? (
        <>
          <div className="section">
            <Timeline analysis={analysis} shown={shown} />
          </div>
          <div className="section analysis-pair">
            <Municipalities
              analysis={analysis}
              shown={shown}
              townHref={townHref}
              all={allTowns}
              onAll={onAllTowns}
            />
            <Relations analysis={analysis} shown={shown} />
          </div>
          <div className="section" id="gaps">
            <Gaps analysis={analysis} shown={shown} />
          </div>
        </>
      ) : null}
    </div>
  );
}
