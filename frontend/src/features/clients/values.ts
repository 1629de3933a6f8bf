/** A client in the fields of its form, and what of it was changed. */
import type { Client, ClientScope, ClientUpdate } from "./queries";

export type Values = {
  name: string;
  scopes: ClientScope[];
  way: "nobody" | "organisation" | "country";
  organisation: string;
  country: string;
};

export type Draft = { name: string; scopes: ClientScope[]; bound: Client["bound"] };
export type DraftField = keyof Draft;

export const EMPTY: Values = {
  name: "",
  scopes: ["networks:read"],
  way: "nobody",
  organisation: "",
  country: "",
};

export function valuesOf({ name, scopes, bound }: Client): Values {
  return {
    name,
    scopes,
    way: bound?.kind ?? "nobody",
    organisation: bound?.kind === "organisation" ? bound.id : "",
    country: bound?.kind === "country" ? bound.id : "",
  };
}

export function draftOf({ name, scopes, way, organisation, country }: Values): Draft {
  const bound =
    way === "nobody" ? null : { kind: way, id: way === "country" ? country : organisation };
  return { name: name.trim(), scopes: [...scopes].sort(), bound };
}

export function differences(before: Draft, after: Draft): DraftField[] {
  const same = (field: DraftField) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return (Object.keys(before) as DraftField[]).filter((field) => !same(field));
}

export function patchOf(before: Draft, after: Draft): ClientUpdate {
  return Object.fromEntries(differences(before, after).map((field) => [field, after[field]]));
}

/** What was typed, laid over what stands there now; a field that was not touched takes the new value. */
export function carriedOver(before: Values, typed: Values, now: Values): Values {
  const touched = differences(draftOf(before), draftOf(typed));
  const { name, scopes, ...binding } = typed;
  return {
    ...now,
    ...(touched.includes("name") ? { name } : {}),
    ...(touched.includes("scopes") ? { scopes } : {}),
    ...(touched.includes("bound") ? binding : {}),
  };
}
