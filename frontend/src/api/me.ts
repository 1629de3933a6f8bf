import { queryOptions } from "@tanstack/react-query";
import { api, readTagged } from "./client";
import type { components } from "./schema.gen";

export type Me = components["schemas"]["Me"];
export type Role = Me["grants"][number]["role"];

const NEED_SECOND_FACTOR: Role[] = ["secretariat", "administrator"];

/** Whether a role is held but counts only once the second factor is set up; a passkey is one too. */
export function waits(me: Me, role: Role): boolean {
  return me.must_enrol && NEED_SECOND_FACTOR.includes(role);
}

/** The account that is signed in, with the tag that a change of it names. */
export function meQuery() {
  return queryOptions({
    queryKey: ["me"],
    queryFn: ({ signal }) => readTagged(api.GET("/api/v1/me", { signal })),
  });
}
