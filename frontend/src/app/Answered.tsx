import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, Skeleton } from "@/ui/States";

type AnsweredProps<T> = {
  answer: UseQueryResult<T>;
  /** How many bars stand there meanwhile. */
  rows: number;
  children: (data: T) => ReactNode;
};

/** What a list came to: on its way, failed, or there. */
export function Answered<T>({ answer, rows, children }: AnsweredProps<T>) {
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return answer.isPending ? <Skeleton rows={rows} /> : children(answer.data);
}
