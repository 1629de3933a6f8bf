/** The address holds the state of every list, in plain words: `?category=national&category=...&q=energy`. */
import { useLocation, useNavigate } from "@tanstack/react-router";

export type Search = Record<string, string | string[] | undefined>;

/** Every value stays a string; a name given twice becomes a list. */
export function parseSearch(text: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [before, value].flat();
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== "") params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

export type Address = {
  search: Search;
  /** The one value of a name, or undefined. */
  one: (name: string) => string | undefined;
  /** All values of a name. */
  many: (name: string) => string[];
  /** This page with some names changed (undefined or [] takes one away), for links. */
  href: (change: Search) => string;
  /** Goes there without a new entry in the history, for filters and views. */
  go: (change: Search) => void;
};

export function useAddress(): Address {
  const { pathname, search } = useLocation({
    select: (location) => ({
      pathname: location.pathname,
      search: location.search as Search,
    }),
  });
  const navigate = useNavigate();
  const many = (name: string) => [search[name] ?? []].flat();
  const href = (change: Search) => pathname + stringifySearch({ ...search, ...change });
  return {
    search,
    many,
    one: (name) => many(name)[0],
    href,
    go: (change) => void navigate({ href: href(change), replace: true, resetScroll: false }),
  };
}
