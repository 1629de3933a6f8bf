/** Light, dark, or as the system says. `public/first.js` sets the same attribute before the first paint. */
export type Scheme = "system" | "light" | "dark";

const STORED = "citypeers.scheme";
const ATTRIBUTE = "data-kern-theme";

export function currentScheme(): Scheme {
  const set = document.documentElement.getAttribute(ATTRIBUTE);
  return set === "light" || set === "dark" ? set : "system";
}

export function changeScheme(scheme: Scheme): void {
  if (scheme === "system") document.documentElement.removeAttribute(ATTRIBUTE);
  else document.documentElement.setAttribute(ATTRIBUTE, scheme);
  try {
    if (scheme === "system") localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, scheme);
  } catch {
    // Storage refused: the choice holds until the page is left.
  }
}
