import { useLayoutEffect, useRef, useState } from "react";

/** The width a drawing has on this screen, so that it is laid out for it and never scaled. */
export function useWidth<Element extends HTMLElement>(guess: number) {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(() => Math.min(guess, Math.max(window.innerWidth - 32, 256)));

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const now = Math.round(element.clientWidth);
      if (now > 0) setWidth(now);
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return [ref, width] as const;
}
