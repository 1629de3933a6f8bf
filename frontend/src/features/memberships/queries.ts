import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, read, readTagged } from "@/api/client";
import { Problem } from "@/api/problem";
import type { components } from "@/api/schema.gen";

export type Membership = components["schemas"]["MembershipOut"];
export type MembershipSeen = components["schemas"]["MembershipSeen"];
export type Verb = MembershipSeen["may"][number];
export type MembershipInvite = components["schemas"]["MembershipInvite"];

const MOST_A_PAGE = 100;

/** Every membership of a network that the reader may see, whatever has become of it. */
export function membershipsQuery(slug: string) {
  return queryOptions({
    queryKey: ["memberships", "all", slug],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const items: Membership[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = { network: [slug], limit: MOST_A_PAGE, ...(cursor ? { cursor } : {}) };
        const page = await read(api.GET("/api/v1/memberships", { params: { query }, signal }));
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    },
  });
}

/** One membership with the tag that a step names. */
export function membershipQuery(id: string) {
  return queryOptions({
    queryKey: ["memberships", "one", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/memberships/{id}", { params: { path: { id } }, signal })),
  });
}

export function invite(key: string, body: MembershipInvite): Promise<MembershipSeen> {
  const params = { header: { "idempotency-key": key } };
  return read(api.POST("/api/v1/memberships", { params, body }));
}

type Sent = { id: string; tag: string; key: string };

export function takeStep({ id, tag, key }: Sent, verb: Verb, reason: string) {
  const params = { path: { id }, header: { "if-match": tag, "idempotency-key": key } };
  const body = { verb, reason: reason || null };
  return read(api.POST("/api/v1/memberships/{id}/transitions", { params, body }));
}

/** After a change everything that lists members or counts countries is asked anew. */
export function useAfterChange() {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(
      ["memberships", "organisations", "seats"].map((name) =>
        queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
  return async function after<T>(act: () => Promise<T>): Promise<T> {
    try {
      const made = await act();
      await refresh();
      return made;
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 412) await refresh();
      throw failure;
    }
  };
}

/** The memberships for which the reader acts, also those that are not decided yet. */
export function ownMembershipsQuery() {
  return queryOptions({
    queryKey: ["memberships", "own"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/me/memberships", { signal })),
  });
}
