import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** After a change of page: focus goes to its heading, and its title is announced once. */
export function Arrival() {
  const router = useRouter();
  const [title, setTitle] = useState("");

  useEffect(() => {
    let watch: MutationObserver | undefined;

    function arrive(): boolean {
      const heading = document.querySelector<HTMLElement>("#main h1");
      if (!heading) return false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      setTitle(heading.textContent ?? "");
      return true;
    }

    const stop = router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      watch?.disconnect();
      if (!fromLocation || !pathChanged || arrive()) return;
      // The heading waits for its data: look again until it stands there.
      const main = document.getElementById("main");
      watch = new MutationObserver(() => {
        if (arrive()) watch?.disconnect();
      });
      if (main) watch.observe(main, { childList: true, subtree: true });
    });
    return () => {
      stop();
      watch?.disconnect();
    };
  }, [router]);

  return (
    <div className="vh" aria-live="polite">
      {title}
    </div>
  );
}
