/** Whether somebody is signed in, and by which token. It lives in memory only: a script that reads storage finds nothing. */
export type SessionState = "unknown" | "in" | "out";

type Held = { token: string; until: number };

const HINT = "citypeers.signed-in";
/** So long before its end a token is not used any more. */
const MARGIN_MS = 10_000;

let held: Held | undefined;
let state: SessionState = "unknown";
let renewal: (() => Promise<unknown>) | undefined;
const listeners = new Set<() => void>();

function storage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    // Storage refused: the session is then asked for where a page needs it.
    return undefined;
  }
}

export function sessionState(): SessionState {
  return state;
}

/** Whether this tab has been signed in before; it is no secret and says nothing about who. */
export function wasSignedIn(): boolean {
  return storage()?.getItem(HINT) === "yes";
}

export function onSession(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

function change(next: SessionState): void {
  const same = state === next;
  state = next;
  if (!same) for (const told of listeners) told();
}

/** Takes a token that counts for so many seconds; `renew` is how to come by the next. */
export function hold(token: string, seconds: number, renew: () => Promise<unknown>): void {
  held = { token, until: Date.now() + seconds * 1000 };
  renewal = renew;
  storage()?.setItem(HINT, "yes");
  change("in");
}

export function drop(): void {
  held = undefined;
  storage()?.removeItem(HINT);
  change("out");
}

/** What a request carries; one that is about to end is renewed first, as after the sleep of a computer. */
export async function authorization(): Promise<string | undefined> {
  if (held && held.until - Date.now() < MARGIN_MS) await renewal?.().catch(() => undefined);
  return held && `Bearer ${held.token}`;
}

/** A token was refused before its time: the session may have ended elsewhere. */
export function refused(authorized: string): void {
  if (held && authorized === `Bearer ${held.token}`) void renewal?.().catch(() => undefined);
}
