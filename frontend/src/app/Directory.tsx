import { Trans, useLingui } from "@lingui/react/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LinkButton } from "@/ui/Button";
import { Select } from "@/ui/Fields";
import { EmptyState } from "@/ui/States";
import { Answered } from "./Answered";

type FoundProps<T> = {
  answer: UseQueryResult<T>;
  /** Said where nothing passes the filters. */
  nothing: ReactNode;
  /** The address without any filter. */
  none: string;
  children: (page: T) => ReactNode;
};

/** What a public list found, or the way out of filters that nothing passes. */
export function Found<T extends { total: number }>({
  answer,
  nothing,
  none,
  children,
}: FoundProps<T>) {
  return (
    <Answered answer={answer} rows={12}>
      {(page) =>
        page.total > 0 ? (
          children(page)
        ) : (
          <EmptyState
            says={nothing}
            why={<Trans>Take one filter away, or say it in other words.</Trans>}
            action={
              <LinkButton href={none}>
                <Trans>Remove all filters</Trans>
              </LinkButton>
            }
          />
        )
      }
    </Answered>
  );
}

type SortProps<S extends string> = {
  /** The orders in their words; the first is the one that needs no saying. */
  sorts: Record<S, string>;
  sort: string | undefined;
  onChange: (sort: string | undefined) => void;
};

/** The order of a public list. */
export function Sort<S extends string>({ sorts, sort, onChange }: SortProps<S>) {
  const { t } = useLingui();
  const options = Object.entries<string>(sorts).map(([value, label]) => ({ value, label }));
  const first = options[0]?.value;
  return (
    <span className="no-print">
      <Select
        inline
        label={t`Sort`}
        value={sort ?? first ?? ""}
        options={options}
        onChange={(value) => onChange(value === first ? undefined : value)}
      />
    </span>
  );
}
