import { Trans } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";
import type { Project } from "../queries";
import { useWord } from "../words";

type MoneyProps = {
  budget: NonNullable<Project["budget"]>;
  /** The order of magnitude in euro. */
  band: Project["budget_band"];
};

/** What it costs: the amount as the source has it, and how much that is in euro. */
export function Money({ budget, band }: MoneyProps) {
  const word = useWord();
  const language = useLanguage();
  const { amount, currency, year } = budget;
  const magnitude = band ? word("budget_band", band) : null;
  if (amount === null || amount === undefined || !currency) {
    return (
      <>
        {magnitude}
        {year ? ` (${year})` : null}
      </>
    );
  }
  const written = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: currency === "EUR" ? "symbol" : "code",
    maximumFractionDigits: 0,
  }).format(amount);
  return (
    <>
      <span className="num">{written}</span>
      {year ? ` (${year})` : null}
      {magnitude && currency !== "EUR" ? (
        <small className="story-band">
          <Trans>about: {magnitude}</Trans>
        </small>
      ) : null}
    </>
  );
}
