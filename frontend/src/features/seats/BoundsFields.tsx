import { Trans, useLingui } from "@lingui/react/macro";
import { CheckField } from "@/ui/CheckField";
import { TextField } from "@/ui/TextField";

/** The bounds of a network as fields of a form; their names begin with `bounds`. */
export function BoundsFields() {
  const { t } = useLingui();
  const whole = { value: /^\s*\d{0,4}\s*$/, message: t`Write a whole number.` };
  const needed = { required: t`Write a number.`, pattern: whole };
  const ranges = [
    { key: "countries", legend: t`Partner countries` },
    { key: "national", legend: t`National representatives a country` },
    { key: "municipal", legend: t`Municipal representatives a country` },
  ];
  return (
    <>
      {ranges.map(({ key, legend }) => (
        <fieldset key={key} className="bounds">
          <legend>{legend}</legend>
          <div>
            <TextField
              name={`bounds.${key}.at_least`}
              label={t`At least`}
              inputMode="numeric"
              rules={needed}
            />
            <TextField
              name={`bounds.${key}.at_most`}
              label={t`At most`}
              hint={t`Empty: no bound`}
              inputMode="numeric"
              rules={{ pattern: whole }}
            />
          </div>
        </fieldset>
      ))}
      <CheckField name="bounds.host_counts">
        <Trans>The host country counts as a partner country</Trans>
      </CheckField>
      <TextField
        name="bounds.complete_within_days"
        label={t`Days to reach the lower bounds`}
        inputMode="numeric"
        rules={needed}
      />
      <TextField
        name="bounds.reapply_after_days"
        label={t`Days until somebody refused may apply again`}
        inputMode="numeric"
        rules={needed}
      />
    </>
  );
}
