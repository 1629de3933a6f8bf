import { useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, MouseEvent } from "react";

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** An ordinary `<a>`; addresses of our own pages open without loading the page anew. */
export function Link({ href, onClick, target, ...rest }: LinkProps) {
  const router = useRouter({ warn: false });
  const own = href.startsWith("/") && !href.startsWith("/api/");

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!router || !own || target || !plain || event.defaultPrevented) return;
    event.preventDefault();
    router.navigate({ href });
  }

  function fetchAhead() {
    if (router && own) router.preloadRoute({ to: href.split("?")[0] }).catch(() => undefined);
  }

  return (
    <a {...rest} href={href} target={target} onClick={follow} onPointerEnter={fetchAhead}>
      {rest.children}
    </a>
  );
}
