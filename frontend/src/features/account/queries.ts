import { queryOptions } from "@tanstack/react-query";
import { api, done, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type SessionOut = components["schemas"]["SessionOut"];
export type Enrolment = components["schemas"]["Enrolment"];
type MeUpdate = components["schemas"]["MeUpdate"];
type PasswordChange = components["schemas"]["PasswordChange"];

/** Where one is signed in. */
export function sessionsQuery() {
  return queryOptions({
    queryKey: ["me", "sessions"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/auth/sessions", { signal })),
  });
}

export function endSession(id: string): Promise<void> {
  return done(api.DELETE("/api/v1/auth/sessions/{id}", { params: { path: { id } } }));
}

export function changeMe(tag: string, body: MeUpdate) {
  const params = { header: { "if-match": tag } };
  return readTagged(api.PATCH("/api/v1/me", { params, body }));
}

export function changePassword(body: PasswordChange): Promise<void> {
  return done(api.POST("/api/v1/auth/password", { body }));
}

export function beginSecondFactor(): Promise<Enrolment> {
  return read(api.POST("/api/v1/auth/second-factor"));
}

export function confirmSecondFactor(code: string): Promise<void> {
  return done(api.POST("/api/v1/auth/second-factor/confirm", { body: { code } }));
}

export function removeSecondFactor(code: string): Promise<void> {
  return done(api.POST("/api/v1/auth/second-factor/remove", { body: { code } }));
}
