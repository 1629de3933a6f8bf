import { queryOptions } from "@tanstack/react-query";
import { api, done, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";

export type SessionOut = components["schemas"]["SessionOut"];
export type Enrolment = components["schemas"]["Enrolment"];
export type PasskeyOut = components["schemas"]["PasskeyOut"];
type PasskeyCreate = components["schemas"]["PasskeyCreate"];
type PasskeyOptions = components["schemas"]["PasskeyOptions"];
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

/** One's own passkeys. */
export function passkeysQuery() {
  return queryOptions({
    queryKey: ["me", "passkeys"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/auth/passkeys", { signal })),
  });
}

/** What the browser asks the device for, so that it makes a passkey. */
export function askForPasskey(): Promise<PasskeyOptions> {
  return read(api.POST("/api/v1/auth/passkeys/options"));
}

export function addPasskey(body: PasskeyCreate): Promise<PasskeyOut> {
  return read(api.POST("/api/v1/auth/passkeys", { body }));
}

export function removePasskey(id: string): Promise<void> {
  return done(api.DELETE("/api/v1/auth/passkeys/{id}", { params: { path: { id } } }));
}

/** What the browser asks the device for, whosever passkey it holds. */
export function askToSignIn(): Promise<PasskeyOptions> {
  return read(api.POST("/api/v1/auth/passkey-sign-in/options"));
}

/** The ways in that not every instance has. */
export function methodsQuery() {
  return queryOptions({
    queryKey: ["auth", "methods"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/auth/methods", { signal })),
  });
}
