import { Trans, useLingui } from "@lingui/react/macro";
import { TextButton } from "./Button";
import { Link } from "./Link";

type CompareBarProps = {
  chosen: { id: string; label: string }[];
  /** Where the chosen ones stand side by side. */
  href: string;
  onClear: () => void;
  most?: number;
};

/** The dark bar under a list, once something is chosen. */
export function CompareBar({ chosen, href, onClear, most = 4 }: CompareBarProps) {
  const { t, i18n } = useLingui();
  if (chosen.length === 0) return null;
  const count = chosen.length;
  const names = new Intl.ListFormat(i18n.locale, { type: "unit" }).format(
    chosen.map((c) => c.label),
  );
  return (
    <section className="compare-bar" aria-label={t`Comparison`}>
      <span aria-live="polite">
        <Trans>
          {count} of {most} chosen: {names}
        </Trans>
      </span>
      <TextButton onClick={onClear}>
        <Trans>Clear</Trans>
      </TextButton>
      {count > 1 ? (
        <Link href={href}>
          <Trans>Compare side by side</Trans>
        </Link>
      ) : null}
    </section>
  );
}
