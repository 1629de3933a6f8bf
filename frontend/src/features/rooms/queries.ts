/** Rooms, what lies in them, and what one writes there for oneself. */
import { queryOptions } from "@tanstack/react-query";
import { api, done, read, readTagged } from "@/api/client";
import type { components } from "@/api/schema.gen";
import { upload } from "@/api/upload";
import { save } from "@/ui/save";

type Schemas = components["schemas"];
export type Room = Schemas["RoomOut"];
export type Inside = Schemas["RoomInside"];
export type AgendaItem = Schemas["AgendaItem"];
export type Task = Schemas["RoomTaskOut"];
export type RoomPerson = Schemas["RoomPerson"];
export type RoomDocument = Schemas["RoomDocumentOut"];

/** What a chooser of files offers; the server judges by what is in them. */
export const OFFERED = ".pdf,.png,.jpg,.jpeg,.webp,.odt,.ods,.odp,.docx,.xlsx,.pptx,.csv,.txt,.md";
const AGAIN_MS = 15_000;

/** One's rooms, the newest first. */
export function roomsQuery() {
  return queryOptions({
    queryKey: ["rooms"],
    queryFn: ({ signal }) => read(api.GET("/api/v1/rooms", { signal })),
  });
}

/** One room, with the tag that a new agenda names; others in it change it too. */
export function roomQuery(id: string) {
  return queryOptions({
    queryKey: ["rooms", id],
    staleTime: 0,
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/rooms/{id}", { params: { path: { id } }, signal })),
  });
}

export function plan(id: string, items: AgendaItem[], tag: string): Promise<Room> {
  const params = { path: { id }, header: { "if-match": tag } };
  return read(api.PUT("/api/v1/rooms/{id}/agenda", { params, body: { items } }));
}

export type TaskValues = { text: string; person: string | null; due: string | null };

export function addTask(id: string, body: TaskValues, key: string): Promise<Task> {
  const params = { path: { id }, header: { "idempotency-key": key } };
  return read(api.POST("/api/v1/rooms/{id}/tasks", { params, body }));
}

export function finishTask(id: string, task: Task, finished: boolean): Promise<Task> {
  const tag = `"${task.version}.${task.id.slice(0, 8)}"`;
  const params = { path: { id, task: task.id }, header: { "if-match": tag } };
  return read(api.PATCH("/api/v1/rooms/{id}/tasks/{task}", { params, body: { done: finished } }));
}

export function removeTask(id: string, task: string): Promise<void> {
  return done(api.DELETE("/api/v1/rooms/{id}/tasks/{task}", { params: { path: { id, task } } }));
}

export function sendDocument(
  id: string,
  file: File,
  onPart: (part: number) => void,
): Promise<RoomDocument> {
  const name = encodeURIComponent(file.name);
  return upload(`/api/v1/rooms/${id}/documents?name=${name}`, file, onPart);
}

export async function download(id: string, { id: file, name }: RoomDocument): Promise<void> {
  const params = { path: { id, file } };
  const path = "/api/v1/rooms/{id}/documents/{file}";
  save((await read(api.GET(path, { params, parseAs: "blob" }))) as Blob, name);
}

export function removeDocument(id: string, file: string): Promise<void> {
  const params = { path: { id, file } };
  return done(api.DELETE("/api/v1/rooms/{id}/documents/{file}", { params }));
}

/** What one has written for oneself. */
export function privateNoteQuery(id: string) {
  return queryOptions({
    queryKey: ["rooms", id, "private-note"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      readTagged(api.GET("/api/v1/rooms/{id}/private-note", { params: { path: { id } }, signal })),
  });
}

export function writePrivateNote(id: string, text: string, tag: string) {
  const params = { path: { id }, header: { "if-match": tag } };
  return readTagged(api.PUT("/api/v1/rooms/{id}/private-note", { params, body: { text } }));
}

/** Where the line to the shared note opens, once and soon. */
export async function noteAddress(id: string): Promise<string> {
  const params = { path: { id } };
  const { path } = await read(api.POST("/api/v1/rooms/{id}/note/ticket", { params }));
  return `${location.origin.replace(/^http/, "ws")}${path}`;
}
