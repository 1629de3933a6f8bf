import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ListHead } from "@/ui/ListHead";
import { Pager } from "@/ui/Pager";
import { Answered } from "./Answered";
import { useShown } from "./useShown";

type ListingProps<T> = {
  answer: UseQueryResult<{ items: T[]; total: number }>;
  count: (total: number) => ReactNode;
  /** Beside the count. */
  aside?: ReactNode;
  /** What stands there where there is nothing. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
};

/** A list of the staff: how many, the rows, and more of them; the address holds how many are shown. */
export function Listing<T>({ answer, count, aside, empty, children }: ListingProps<T>) {
  const { more } = useShown();
  return (
    <>
      <ListHead count={answer.data && count(answer.data.total)}>{aside}</ListHead>
      <Answered answer={answer} rows={6}>
        {({ items, total }) => (
          <>
            {children(items)}
            {items.length === 0 ? empty : null}
            <Pager shown={items.length} total={total} more={more} />
          </>
        )}
      </Answered>
    </>
  );
}
