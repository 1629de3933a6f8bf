import { queryOptions } from "@tanstack/react-query";
import { api, done, read } from "@/api/client";
import { Problem } from "@/api/problem";
import type { components } from "@/api/schema.gen";

export type Invited = components["schemas"]["Invited"];
export type Accepting = components["schemas"]["Accepting"];
type Recovering = components["schemas"]["Recovering"];

/** What the link of an invitation is for; looking does not use it. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ["invitation", token],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.POST("/api/v1/auth/invitation", { body: { token }, signal })),
  });
}

export function acceptInvitation(body: Accepting): Promise<void> {
  return done(api.POST("/api/v1/auth/invitation/accept", { body }));
}

export function askRecovery(email: string): Promise<void> {
  return done(api.POST("/api/v1/auth/recovery", { body: { email } }));
}

export function recover(body: Recovering): Promise<void> {
  return done(api.POST("/api/v1/auth/recovery/complete", { body }));
}

/** Whether a refusal says that a link was used, has expired or never was one; a mangled one is refused as a token. */
export function saysSpent(failure: unknown): boolean {
  if (!(failure instanceof Problem)) return false;
  return (
    failure.type === "/problems/link-spent" ||
    failure.errors.some((error) => error.pointer === "/token")
  );
}
