/** Where a page leads back to after signing in; only to pages of our own. */
export const AFTER_SIGN_IN = "/desk";

/** The path in `?next=`, or the desk where it is none of ours. */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith("/")) return AFTER_SIGN_IN;
  try {
    const { origin, pathname, search, hash } = new URL(next, location.origin);
    const ours = origin === location.origin && !/^\/(api|sign-in)(\/|$)/.test(pathname);
    return ours ? pathname + search + hash : AFTER_SIGN_IN;
  } catch {
    return AFTER_SIGN_IN;
  }
}

/** The way to sign in that comes back to `path`. */
export function signInHref(path: string): string {
  return path === "/" || ownPath(path) === AFTER_SIGN_IN
    ? "/sign-in"
    : `/sign-in?next=${encodeURIComponent(path)}`;
}
