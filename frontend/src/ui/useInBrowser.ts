import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while a page is drawn ahead and until the browser has taken it over: what depends on the screen waits. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
