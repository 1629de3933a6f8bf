import { Trans } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";

function subscribe(told: () => void): () => void {
  window.addEventListener("online", told);
  window.addEventListener("offline", told);
  return () => {
    window.removeEventListener("online", told);
    window.removeEventListener("offline", told);
  };
}

/** Says so when the line is gone, and what still works. */
export function Offline() {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {online ? null : (
        <div className="offline">
          <div className="wrap">
            <Trans>You are offline. What is on screen stays; other pages wait for the line.</Trans>
          </div>
        </div>
      )}
    </div>
  );
}
