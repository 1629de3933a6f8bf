import { useEffect, useState } from "react";

/** True once what is `ready` has been painted: what comes with it later does not take its line and processor. */
export function useAfterPaint(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);

  useEffect(() => {
    if (!ready) return;
    const frame = requestAnimationFrame(() => setTimeout(() => setPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, [ready]);

  return painted;
}
