import { queryOptions } from "@tanstack/react-query";
import { api, done, read } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";

export type Account = components["schemas"]["AccountOut"];
export type HeldGrant = components["schemas"]["HeldGrant"];
export type GrantCreate = components["schemas"]["GrantCreate"];
export type Invitation = components["schemas"]["InvitationOut"];
export type InvitationCreate = components["schemas"]["InvitationCreate"];
type AccountStep = components["schemas"]["AccountStep"];

/** Accounts by a part of an address or a name. */
export function accountsQuery(q: string, most: number) {
  return queryOptions({
    queryKey: ["accounts", "page", q, most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (_, cursor) => {
        const query = { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/accounts", { params: { query }, signal }));
      }),
  });
}

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "one", id],
    staleTime: 0,
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/accounts/{id}", { params: { path: { id } }, signal })),
  });
}

export function giveRole(id: string, key: string, body: GrantCreate): Promise<HeldGrant> {
  const params = { path: { id }, header: { "idempotency-key": key } };
  return read(api.POST("/api/v1/accounts/{id}/grants", { params, body }));
}

export function endRole(id: string, grant: string): Promise<void> {
  const params = { path: { id, grant_id: grant } };
  return done(api.DELETE("/api/v1/accounts/{id}/grants/{grant_id}", { params }));
}

export function takeStep(id: string, key: string, body: AccountStep): Promise<Account> {
  const params = { path: { id }, header: { "idempotency-key": key } };
  return read(api.POST("/api/v1/accounts/{id}/transitions", { params, body }));
}

/** Invitations that nobody has accepted yet. */
export function invitationsQuery() {
  return queryOptions({
    queryKey: ["accounts", "invitations"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/invitations", { signal })),
  });
}

export function invite(key: string, body: InvitationCreate): Promise<Invitation> {
  const params = { header: { "idempotency-key": key } };
  return read(api.POST("/api/v1/invitations", { params, body }));
}

export function sendAgain(id: string): Promise<void> {
  return done(api.POST("/api/v1/invitations/{id}/letters", { params: { path: { id } } }));
}

export function revoke(id: string): Promise<void> {
  return done(api.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } }));
}

type Networks = components["schemas"]["NetworkPage"];

/** The networks by name, for roles that are held on one. */
export function networksQuery() {
  return queryOptions({
    queryKey: ["accounts", "networks"],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) =>
      // The list can also be had as a file; without `format` it is JSON.
      read(
        api.GET("/api/v1/networks", { params: { query: { limit: 100 } }, signal }),
      ) as Promise<Networks>,
  });
}
