import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { namesQuery } from "@/api/organisations";
import { Link } from "@/ui/Link";
import { useText } from "@/ui/Text";
import { type Chosen, FILTERS } from "./asked";
import type { useFilterWords } from "./useFilterWords";

type ChipsProps = {
  chosen: Chosen;
  words: ReturnType<typeof useFilterWords>;
  /** The address without one value, and without any. */
  without: (filter: string, rest: string[]) => string;
  none: string;
};

/** The filters that are set, each a link that takes it away. */
export function Chips({ chosen, words, without, none }: ChipsProps) {
  const { t } = useLingui();
  const text = useText();
  const names = useQuery(namesQuery(chosen.organisation ?? []));
  const set = FILTERS.flatMap((name) => (chosen[name] ?? []).map((value) => ({ name, value })));
  if (set.length === 0) return null;
  return (
    <ul className="chips no-print" aria-label={t`Filters set`}>
      {set.map(({ name, value }) => {
        const word =
          name === "organisation"
            ? text(names.data?.get(value)) || value
            : words.value(name, value);
        const heading = words.headings[name];
        const rest = (chosen[name] ?? []).filter((other) => other !== value);
        return (
          <li key={`${name} ${value}`}>
            <Link href={without(name, rest)} aria-label={t`Remove the filter ${heading}: ${word}`}>
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
