import { useSyncExternalStore } from "react";
import { onSession, type SessionState, sessionState } from "./token";

/** Whether somebody is signed in, as far as it is known by now. */
export function useSession(): SessionState {
  return useSyncExternalStore(onSession, sessionState, () => "unknown");
}
