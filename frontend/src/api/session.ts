/** Signing in, staying so, and signing out; in all tabs of a browser at once. */
import { api, done, read } from "./client";
import { Problem } from "./problem";
import type { components } from "./schema.gen";
import { drop, hold, sessionState, wasSignedIn } from "./token";

type SignIn = components["schemas"]["SignIn"];
type PasskeySignIn = components["schemas"]["PasskeySignIn"];
type Access = components["schemas"]["Access"];
type Told = "in" | "out" | "anyone?";

const LOCK = "citypeers.session";
/** Another tab exchanged the cookie a moment ago; its new one is there by then. */
const AGAIN_MS = 400;
const TRIES = 4;
/** A token is renewed when this part of its life is left. */
const LEFT = 0.2;

const others = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(LOCK);
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<boolean> | undefined;

function tell(what: Told): void {
  others?.postMessage(what);
}

function take(access: Access): void {
  hold(access.access_token, access.expires_in, renew);
  clearTimeout(timer);
  timer = setTimeout(
    () => void renew().catch(() => undefined),
    access.expires_in * (1 - LEFT) * 1000,
  );
}

function leave(): void {
  clearTimeout(timer);
  drop();
}

const wait = (ms: number) => new Promise((over) => setTimeout(over, ms));

/** Tabs wait for one another: the cookie that one sends is the one that the last was given. */
async function alone<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request(LOCK, act) : act();
}

async function exchange(): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      take(await read(api.POST("/api/v1/auth/refresh")));
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      if (failure.status === 401) {
        leave();
        return false;
      }
      if (failure.status !== 409 || tries === TRIES) throw failure;
      await wait(AGAIN_MS * tries);
    }
  }
}

/** A new token by the cookie, one question at a time; whether somebody is signed in. Throws when there was no answer. */
export function renew(): Promise<boolean> {
  running ??= alone(exchange).finally(() => {
    running = undefined;
  });
  return running;
}

/** Whether somebody is signed in; asked only where it is not known yet. */
export async function signedIn(): Promise<boolean> {
  return sessionState() === "unknown" ? renew() : sessionState() === "in";
}

async function open(ask: () => Promise<Access>): Promise<void> {
  await alone(async () => take(await ask()));
  tell("in");
}

export function signIn(body: SignIn): Promise<void> {
  return open(() => read(api.POST("/api/v1/auth/sign-in", { body })));
}

/** By a passkey alone: the device has checked who holds it. */
export function signInByPasskey(body: PasskeySignIn): Promise<void> {
  return open(() => read(api.POST("/api/v1/auth/passkey-sign-in", { body })));
}

export async function signOut(): Promise<void> {
  await alone(() => done(api.POST("/api/v1/auth/sign-out")));
  leave();
  tell("out");
}

others?.addEventListener("message", ({ data }: MessageEvent<Told>) => {
  if (data === "out" && sessionState() === "in") leave();
  if (data === "in" && sessionState() !== "in") void renew().catch(() => undefined);
  if (data === "anyone?" && sessionState() === "in") tell("in");
});

/** On a public page: asks the server only where this tab, or another that is open, has been signed in. */
export function comeBack(): void {
  if (sessionState() !== "unknown") return;
  if (wasSignedIn()) void renew().catch(() => undefined);
  else tell("anyone?");
}
