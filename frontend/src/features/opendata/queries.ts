import { queryOptions } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import type { Contract } from "./contract";

export const CONTRACT = "/api/v1/openapi.json";

/** The contract describes everything but itself, so it is fetched by hand. */
export function contractQuery() {
  return queryOptions({
    queryKey: ["contract"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => fetchContract(signal),
  });
}

async function fetchContract(signal: AbortSignal): Promise<Contract> {
  const response = await fetch(CONTRACT, { signal }).catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw Problem.unreachable();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok || !isContract(body)) throw Problem.from(response.status, body);
  return body;
}

function isContract(body: unknown): body is Contract {
  return typeof body === "object" && body !== null && "paths" in body && "components" in body;
}
