import { Trans } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";
import { PartialDate } from "@/ui/Dates";
import { Text } from "@/ui/Text";
import type { Story } from "./queries";

type Indicator = Story["indicators"][number];

/** What is to change, from where to where, and what was measured since. */
export function ShownIndicator({ of }: { of: Indicator }) {
  const { name, unit, baseline, target, measurements, not_measured: because } = of;
  return (
    <>
      <b>
        <Text of={name} />
      </b>{" "}
      <span className="muted">
        (<Text of={unit} />)
      </span>
      {baseline ? (
        <span className="shown-text">
          <Trans>Before:</Trans> <Point of={baseline} />
        </span>
      ) : null}
      {target ? (
        <span className="shown-text">
          <Trans>Aim:</Trans> <Point of={target} />
        </span>
      ) : null}
      {measurements.length > 0 ? (
        <span className="shown-text">
          <Trans>Measured:</Trans>{" "}
          {measurements.map((each, place) => (
            <span key={each.on}>
              {place > 0 ? "; " : null}
              <Point of={each} />
            </span>
          ))}
        </span>
      ) : null}
      {because ? (
        <span className="shown-text">
          <Trans>Not measured:</Trans> <Text of={because} />
        </span>
      ) : null}
    </>
  );
}

function Point({ of: { on, value } }: { of: Indicator["measurements"][number] }) {
  return (
    <>
      {new Intl.NumberFormat(useLanguage()).format(value)} (<PartialDate value={on} />)
    </>
  );
}
