import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ListHead } from "@/ui/ListHead";
import { Pager } from "@/ui/Pager";
import { ErrorState, Skeleton } from "@/ui/States";
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
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.isPending ? (
        <Skeleton rows={6} />
      ) : (
        <>
          {children(answer.data.items)}
          {answer.data.items.length === 0 ? empty : null}
          <Pager shown={answer.data.items.length} total={answer.data.total} more={more} />
        </>
      )}
    </>
  );
}
