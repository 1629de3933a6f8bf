/** Files of projects, from their upload to what they brought. */
import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, done, read, readTagged } from "@/api/client";
import { firstOf } from "@/api/pages";
import type { components } from "@/api/schema.gen";
import { upload } from "@/api/upload";
import { save } from "@/ui/save";

export type Import = components["schemas"]["ImportOut"];
export type ImportLine = components["schemas"]["ImportLine"];
export type State = components["schemas"]["ImportState"];
export type Verb = components["schemas"]["ImportMove"]["verb"];
export type Counts = components["schemas"]["Counts"];
export type Question = components["schemas"]["Question"];
export type Patch = components["schemas"]["ImportPatch"];
export type RowError = components["schemas"]["RowErrorOut"];
/** An import with the tag that a change of it names. */
export type Seen = { data: Import; tag: string };

export const MOST_BYTES = 25 * 2 ** 20;
export const OFFERED = ".csv,.xlsx,.json,.ndjson,.geojson";
/** States in which the server goes on by itself. */
export const AT_WORK: readonly State[] = ["checking", "committing", "undoing"];
const POLL_MS = 1000;
const KEY = ["imports"];

export function importsQuery(most: number) {
  return queryOptions({
    queryKey: [...KEY, "page", most],
    staleTime: 0,
    queryFn: ({ signal }) =>
      firstOf(most, (limit, cursor) => {
        const query = { limit, ...(cursor ? { cursor } : {}) };
        return read(api.GET("/api/v1/imports", { params: { query }, signal }));
      }),
  });
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: [...KEY, "one", id],
    staleTime: 0,
    refetchInterval: ({ state: { data } }: { state: { data: Seen | undefined } }) =>
      data && AT_WORK.includes(data.data.state) ? POLL_MS : false,
    queryFn: ({ signal }): Promise<Seen> =>
      readTagged(api.GET("/api/v1/imports/{id}", { params: { path: { id } }, signal })),
  });
}

/** What is wrong with rows, as of one version of the import. */
export function errorsQuery({ id, version }: Pick<Import, "id" | "version">, most: number) {
  return queryOptions({
    queryKey: [...KEY, "errors", id, version, most],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => rows(id, most, signal),
  });
}

/** A row may have several errors, so that pages are counted by rows, not by what they hold. */
async function rows(id: string, most: number, signal: AbortSignal) {
  const items: RowError[] = [];
  let cursor: string | null = null;
  let total = 0;
  for (let asked = 0; asked < most; asked += 100) {
    const query = { limit: Math.min(most - asked, 100), ...(cursor ? { cursor } : {}) };
    const params = { path: { id }, query };
    const path = "/api/v1/imports/{id}/errors";
    const page: components["schemas"]["RowErrorPage"] = (await read(
      api.GET(path, { params, signal, parseAs: "json" }),
    )) as components["schemas"]["RowErrorPage"];
    items.push(...page.items);
    total = page.total;
    cursor = page.next;
    if (!cursor) break;
  }
  return { items, total };
}

export async function downloadErrors(id: string, format: "csv" | "xlsx"): Promise<void> {
  const params = { path: { id }, query: { format } };
  const file = await read(api.GET("/api/v1/imports/{id}/errors", { params, parseAs: "blob" }));
  save(file as unknown as Blob, `import-errors.${format}`);
}

export function mappingsQuery() {
  return queryOptions({
    queryKey: ["import-mappings"],
    staleTime: 0,
    queryFn: ({ signal }) => read(api.GET("/api/v1/import-mappings", { signal })),
  });
}

type Upload = { file: File; source: string; mapping: string };

export function sendImport(
  { file, source, mapping }: Upload,
  onPart: (part: number) => void,
): Promise<Import> {
  const asked = new URLSearchParams({ noun: "projects", source, file: file.name });
  if (mapping) asked.set("mapping", mapping);
  return upload(`/api/v1/imports?${asked}`, file, onPart);
}

export function changeImport({ data, tag }: Seen, body: Patch): Promise<Seen> {
  const params = { path: { id: data.id }, header: { "if-match": tag } };
  const headers = { "Content-Type": "application/merge-patch+json" };
  return readTagged(api.PATCH("/api/v1/imports/{id}", { params, body, headers }));
}

export function moveImport({ data, tag }: Seen, verb: Verb, partly = false): Promise<Seen> {
  const params = { path: { id: data.id }, header: { "if-match": tag } };
  const body = { verb, partly };
  return readTagged(api.POST("/api/v1/imports/{id}/transitions", { params, body }));
}

/** Keeps how a file is read, without what was said of its rows. */
export function keepMapping(name: string, { mapping }: Import): Promise<unknown> {
  const { duplicates: _, ...body } = mapping;
  return read(api.PUT("/api/v1/import-mappings/{name}", { params: { path: { name } }, body }));
}

export function forgetMapping(name: string): Promise<void> {
  return done(api.DELETE("/api/v1/import-mappings/{name}", { params: { path: { name } } }));
}

/** Puts an answer in the place of what was known; lists that show it are asked anew. */
export function useAfterStep(): (seen: Seen) => void {
  const queries = useQueryClient();
  return (seen) => {
    queries.setQueryData(importQuery(seen.data.id).queryKey, seen);
    void queries.invalidateQueries({ queryKey: [...KEY, "page"] });
  };
}
