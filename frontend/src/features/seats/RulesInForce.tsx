import { Trans, useLingui } from "@lingui/react/macro";
import { PartialDate } from "@/ui/Dates";
import type { Rules } from "./queries";
import { RuleSource } from "./RuleSource";
import { useRange } from "./useRange";

/** The rules that hold today: each bound as a number and what it counts. */
export function RulesInForce({ rules }: { rules: Rules }) {
  const { t } = useLingui();
  const range = useRange();
  const { bounds, number } = rules;
  const facts = [
    {
      key: "countries",
      value: range(bounds.countries),
      says: bounds.host_counts
        ? t`partner countries; the host country counts as one`
        : t`partner countries; the host country is not counted`,
    },
    { key: "national", value: range(bounds.national), says: t`national representatives a country` },
    {
      key: "municipal",
      value: range(bounds.municipal),
      says: t`municipal representatives a country`,
    },
    {
      key: "complete",
      value: t`${bounds.complete_within_days} days`,
      says: t`for a new country to reach the lower bounds`,
    },
    {
      key: "reapply",
      value: t`${bounds.reapply_after_days} days`,
      says: t`until somebody refused may apply again`,
    },
    { key: "four-eyes", value: t`Two people`, says: t`Nobody confirms whom they nominated` },
  ];
  return (
    <>
      <dl className="rule-facts">
        {facts.map(({ key, value, says }) => (
          <div key={key}>
            <dt>{says}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted rule-version">
        <Trans>
          Version {number}, since <PartialDate value={rules.valid_from} />.
        </Trans>{" "}
        {rules.sources.length > 0 ? <Trans>Source:</Trans> : null} <RuleSource rules={rules} />
      </p>
    </>
  );
}
