import { queryOptions } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type Membership = components["schemas"]["MembershipSeen"];
export type Verb = components["schemas"]["MembershipStep"]["verb"];

/** The memberships that the reader acts for; also those that are not decided yet. */
export function ownMembershipsQuery() {
  return queryOptions({
    queryKey: ["me", "memberships"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/memberships", { signal })),
  });
}

/** One membership, with the tag that a step of it names. */
export function membershipQuery(id: string) {
  return queryOptions({
    queryKey: ["me", "memberships", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/memberships/{id}", { params: { path: { id } }, signal })),
  });
}

type Sent = { id: string; tag: string; key: string; verb: Verb; reason?: string };

export function answer({ id, tag, key, ...body }: Sent): Promise<Membership> {
  const params = { path: { id }, header: { "if-match": tag, "idempotency-key": key } };
  return read(api.POST("/api/v1/memberships/{id}/transitions", { params, body }));
}
