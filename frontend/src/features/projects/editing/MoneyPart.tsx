import { Trans, useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { LanguageText } from "./LanguageText";
import { Part, Slot } from "./Part";
import { Rows } from "./Rows";
import { useOptions } from "./words";

/** What it costs and who pays: an amount, its order of magnitude, or nothing stated. */
export function MoneyPart() {
  const { t } = useLingui();
  const options = useOptions();
  const kind = useWatch({ name: "budget.kind" });
  return (
    <Part
      title={<Trans>Money</Trans>}
      why={<Trans>An order of magnitude already helps the next city.</Trans>}
    >
      <Slot field="budget">
        <Select
          name="budget.kind"
          label={t`Budget`}
          options={[
            { value: "", label: t`Not stated` },
            { value: "band", label: t`Its order of magnitude` },
            { value: "amount", label: t`An amount` },
          ]}
        />
        {kind === "band" ? (
          <Select name="budget.band" label={t`Order of magnitude`} options={options("band")} />
        ) : null}
        {kind === "amount" ? (
          <div className="project-pair">
            <TextField short name="budget.amount" label={t`Amount`} inputMode="decimal" />
            <TextField
              short
              name="budget.currency"
              label={t`Currency`}
              hint={t`Three letters, such as EUR.`}
              maxLength={3}
            />
          </div>
        ) : null}
        {kind === "" ? null : (
          <TextField short name="budget.year" label={t`Prices of the year`} maxLength={4} />
        )}
      </Slot>
      <Slot field="funding_sources">
        <Rows
          name="funding_sources"
          legend={(number) => t`Source of money ${number}`}
          add={<Trans>Add who pays</Trans>}
          empty={() => ({})}
        >
          {(row) => <LanguageText line name={row} label={t`Who pays?`} />}
        </Rows>
      </Slot>
      <Slot field="operator_model">
        <LanguageText name="operator_model" label={t`Who runs it, and how?`} />
      </Slot>
    </Part>
  );
}
