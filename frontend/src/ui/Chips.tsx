import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/Link";

type ChipsProps = {
  /** The values that are set, each with its word and the heading of its filter. */
  set: { name: string; value: string; word: string; heading: string }[];
  /** The address with some values of a filter, and without any filter. */
  leaving: (name: string, rest: string[]) => string;
  none: string;
};

/** The filters that are set, each a link that takes it away. */
export function Chips({ set, leaving, none }: ChipsProps) {
  const { t } = useLingui();
  if (set.length === 0) return null;
  return (
    <ul className="chips no-print" aria-label={t`Filters set`}>
      {set.map(({ name, value, word, heading }) => {
        const rest = set.filter((each) => each.name === name && each.value !== value);
        return (
          <li key={`${name} ${value}`}>
            <Link
              href={leaving(
                name,
                rest.map((each) => each.value),
              )}
              aria-label={t`Remove the filter ${heading}: ${word}`}
            >
              {word} <span aria-hidden="true">×</span>
            </Link>
          </li>
        );
      })}
      <li>
        <Link href={none}>
          <Trans>Remove all filters</Trans>
        </Link>
      </li>
    </ul>
  );
}
