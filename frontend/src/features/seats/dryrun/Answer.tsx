import { Trans, useLingui } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { DataTable } from "@/ui/DataTable";
import { Findings } from "../Findings";
import { Mark } from "../Mark";
import type { DryRunOut } from "../queries";
import { type Compared, comparedOf } from "./compared";

/** What the rules say to the changes, and how the network would stand before and after. */
export function Answer({ answer }: { answer: DryRunOut }) {
  const { t } = useLingui();
  const language = useLanguage();
  const rows = comparedOf(answer);
  const before = answer.before.partner_countries;
  const after = answer.after.partner_countries;
  const filled = (of: Compared["before"], kind: "national" | "municipal") => {
    if (!of) return "–";
    const { seats, confirmed } = of[kind];
    return t`${seats} open, ${confirmed} confirmed`;
  };
  const pair = (kind: "national" | "municipal") => (row: Compared) => {
    const was = filled(row.before, kind);
    const will = filled(row.after, kind);
    return was === will ? was : <Change was={was} will={will} />;
  };
  return (
    <>
      {answer.allowed ? (
        <div className="finding-allowed">
          <Mark kind="allowed" />
          <h3 className="finding-title">
            <Trans>The rules allow this</Trans>
          </h3>
        </div>
      ) : null}
      <Findings refusals={answer.refusals} warnings={answer.warnings} />
      <DataTable
        caption={
          before === after ? (
            <Trans>How the network would stand: {after} partner countries, as today</Trans>
          ) : (
            <Trans>
              How the network would stand: {after} partner countries, {before} today
            </Trans>
          )
        }
        columns={[
          {
            key: "country",
            heading: t`Country`,
            cell: (row: Compared) => countryName(row.country, language),
          },
          { key: "national", heading: t`National seats`, cell: pair("national") },
          { key: "municipal", heading: t`Municipal seats`, cell: pair("municipal") },
        ]}
        rows={rows}
        rowKey={(row) => row.country}
      />
    </>
  );
}

function Change({ was, will }: { was: string; will: string }) {
  return (
    <>
      <del>
        <span className="vh">
          <Trans>Today:</Trans>{" "}
        </span>
        {was}
      </del>
      <ins>
        <span className="vh">
          <Trans>Then:</Trans>{" "}
        </span>
        {will}
      </ins>
    </>
  );
}
