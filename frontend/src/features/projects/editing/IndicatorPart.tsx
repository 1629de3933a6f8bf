import { Trans, useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { LanguageText } from "./LanguageText";
import { Part, Slot } from "./Part";
import { Rows } from "./Rows";
import { emptyIndicator } from "./values";

/** Plan against actual: from where to where, and what was measured since, or why nothing was. */
export function IndicatorPart() {
  const { t } = useLingui();
  return (
    <Part
      title={<Trans>Indicators</Trans>}
      why={
        <Trans>
          What was to change, and what did. Where nothing is measured, say why: that helps too.
        </Trans>
      }
    >
      <Slot field="indicators">
        <Rows
          name="indicators"
          legend={(number) => t`Indicator ${number}`}
          add={<Trans>Add an indicator</Trans>}
          empty={emptyIndicator}
        >
          {(row) => (
            <>
              <LanguageText line name={`${row}.name`} label={t`What is counted?`} />
              <LanguageText
                line
                name={`${row}.unit`}
                label={t`Unit`}
                hint={t`Such as trips a day.`}
              />
              <Point name={`${row}.baseline`} label={t`Before`} />
              <Point name={`${row}.target`} label={t`Aim`} />
              <Measured row={row} />
            </>
          )}
        </Rows>
      </Slot>
    </Part>
  );
}

function Measured({ row }: { row: string }) {
  const { t } = useLingui();
  const measured = useWatch({ name: `${row}.measured` });
  return (
    <>
      <Select
        name={`${row}.measured`}
        label={t`Was it measured?`}
        options={[
          { value: "yes", label: t`Yes` },
          { value: "no", label: t`Not measured` },
        ]}
      />
      {measured === "no" ? (
        <LanguageText rows={2} name={`${row}.not_measured`} label={t`Why was nothing measured?`} />
      ) : (
        <Rows
          name={`${row}.measurements`}
          legend={(number) => t`Measurement ${number}`}
          add={<Trans>Add a measurement</Trans>}
          empty={() => ({ on: "", value: "", kept: null })}
        >
          {(point) => <Point name={point} />}
        </Rows>
      )}
    </>
  );
}

/** A value on a day. */
function Point({ name, label }: { name: string; label?: string }) {
  const { t } = useLingui();
  const fields = (
    <div className="project-pair">
      <TextField short name={`${name}.value`} label={t`Value`} />
      <TextField short name={`${name}.on`} label={t`Date`} maxLength={10} />
    </div>
  );
  return label ? (
    <fieldset>
      <legend className="kern-label">{label}</legend>
      {fields}
    </fieldset>
  ) : (
    fields
  );
}
