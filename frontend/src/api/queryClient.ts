import { QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem";

/** A refusal is an answer and is not asked again; a failed line is tried twice more. */
function retry(failures: number, error: Error): boolean {
  if (error instanceof Problem && error.status >= 400 && error.status < 500) return false;
  return failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 60_000, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
