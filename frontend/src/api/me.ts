import { queryOptions } from "@tanstack/react-query";
import { api, readTagged } from "./client";
import type { components } from "./schema.gen";

export type Me = components["schemas"]["Me"];

/** The account that is signed in, with the tag that a change of it names. */
export function meQuery() {
  return queryOptions({
    queryKey: ["me"],
    queryFn: ({ signal }) => readTagged(api.GET("/api/v1/me", { signal })),
  });
}
