import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { PartialDate } from "@/ui/Dates";
import { Figure, type FigureView } from "@/ui/Figure";
import { NotStated } from "@/ui/NotStated";
import { Text, useText } from "@/ui/Text";
import type { Indicator, Project } from "../queries";
import { Sources } from "../Sources";
import { type Bar, barsOf, spanOf, valuesOf } from "./plan";

type IndicatorsProps = {
  project: Project;
  view: FigureView;
  onView: (view: FigureView) => void;
};

/** Plan against actual; what nobody measured says why. */
export function Indicators({ project, view, onView }: IndicatorsProps) {
  const { indicators } = project;
  if (indicators.length === 0) {
    return (
      <section className="section">
        <h2 className="h2">
          <Trans>Plan and result</Trans>
        </h2>
        <p className="story-gap">
          <NotStated>
            <Trans>No indicator is stated</Trans>
          </NotStated>
        </p>
      </section>
    );
  }
  const count = indicators.length;
  return (
    <div className="section">
      <Figure
        heading={<Trans>Plan and result</Trans>}
        caption={
          <Trans>
            Where it began, what was measured since, and where it is to arrive. All bars of an
            indicator begin at the same zero.
          </Trans>
        }
        view={view}
        onView={onView}
        drawing={
          <ul className="plan-rows">
            {indicators.map((indicator) => (
              <Row key={indicator.id} indicator={indicator} />
            ))}
          </ul>
        }
        table={<ValueTable indicators={indicators} />}
        source={<Plural value={count} one="# indicator" other="# indicators" />}
      />
    </div>
  );
}

function Row({ indicator }: { indicator: Indicator }) {
  const bars = barsOf(indicator);
  const measured = (indicator.measurements ?? []).length > 0;
  return (
    <li>
      <div>
        <h3 className="h3">
          <Text of={indicator.name} />
        </h3>
        <p className="small muted">
          <Text of={indicator.unit} />
        </p>
        <Sources sources={indicator.source ? [indicator.source] : []} />
      </div>
      <div className="plan-bars">
        {bars.map((bar) => (
          <Drawn key={bar.key} bar={bar} bars={bars} />
        ))}
        {measured ? null : (
          <p>
            <NotStated small>
              <Trans>Not measured</Trans>
            </NotStated>
            {indicator.not_measured ? (
              <span className="plan-why small muted">
                <Text of={indicator.not_measured} />
              </span>
            ) : null}
          </p>
        )}
        {indicator.target ? null : (
          <p>
            <NotStated small>
              <Trans>Target not stated</Trans>
            </NotStated>
          </p>
        )}
      </div>
    </li>
  );
}

/** One value as a bar, with its word, its number and its day. */
function Drawn({ bar, bars }: { bar: Bar; bars: readonly Bar[] }) {
  const kind = useKind();
  const { left, width } = spanOf(bar, bars);
  return (
    <p className="plan-bar">
      <span className="small">{kind(bar.kind)}</span>
      <span className="plan-track" aria-hidden="true">
        <i className={`is-${bar.kind}`} style={{ left: `${left}%`, width: `${width}%` }} />
      </span>
      <span className="small">
        <b className="num">
          <Digits value={bar.value} />
        </b>{" "}
        <span className="muted">
          <PartialDate value={bar.on} />
        </span>
      </span>
    </p>
  );
}

function ValueTable({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useLingui();
  const text = useText();
  const kind = useKind();
  const rows = indicators.flatMap((indicator) => {
    const gap = (indicator.measurements ?? []).length === 0;
    const values = valuesOf(indicator).map((value) => ({ indicator, value }));
    return gap ? [...values, { indicator, value: null }] : values;
  });
  return (
    <DataTable
      caption={t`All values of the indicators`}
      rows={rows}
      rowKey={({ indicator, value }) => `${indicator.id} ${value?.key ?? ""}`}
      columns={[
        {
          key: "indicator",
          heading: t`Indicator`,
          cell: ({ indicator }) => `${text(indicator.name)}, ${text(indicator.unit)}`,
        },
        {
          key: "kind",
          heading: t`What it is`,
          cell: ({ value }) => (value ? kind(value.kind) : kind("measured")),
        },
        {
          key: "on",
          heading: t`Day`,
          cell: ({ value }) => (value ? <PartialDate value={value.on} /> : null),
        },
        {
          key: "value",
          heading: t`Value`,
          number: true,
          cell: ({ indicator, value }) =>
            value ? (
              <Digits value={value.value} />
            ) : (
              <>
                <NotStated small>
                  <Trans>Not measured</Trans>
                </NotStated>{" "}
                <Text of={indicator.not_measured} />
              </>
            ),
        },
      ]}
    />
  );
}

function Digits({ value }: { value: number }) {
  return new Intl.NumberFormat(useLanguage()).format(value);
}

function useKind(): (kind: Bar["kind"]) => string {
  const { t } = useLingui();
  const words = { baseline: t`At the beginning`, measured: t`Measured`, target: t`Target` };
  return (kind) => words[kind];
}
