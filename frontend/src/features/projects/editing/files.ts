/** Files of a project on their way to the server and back. */
import { queryOptions } from "@tanstack/react-query";
import { createContext, use } from "react";
import { api, read } from "@/api/client";
import type { components } from "@/api/schema.gen";
import { upload } from "@/api/upload";
import { save } from "@/ui/save";

export type FileOut = components["schemas"]["FileOut"];

export const MOST_BYTES = 25 * 2 ** 20;
/** What a chooser of files offers; the server judges by what is in them. */
export const OFFERED = ".pdf,.png,.jpg,.jpeg,.webp,.odt,.ods,.odp,.docx,.xlsx,.pptx,.csv,.txt,.md";

type Files = { of: string; known: FileOut[]; add: (file: FileOut) => void };

/** What is known of the files that versions of a project name, and of those just uploaded. */
export const FilesContext = createContext<Files>({ of: "", known: [], add: () => undefined });

/** What is known of one of them. */
export function useFile(id: string): FileOut | undefined {
  return use(FilesContext).known.find((file) => file.id === id);
}

export function sendFile(
  project: string,
  file: File,
  onPart: (part: number) => void,
): Promise<FileOut> {
  const name = encodeURIComponent(file.name);
  return upload(`/api/v1/projects/${project}/attachments?name=${name}`, file, onPart);
}

const SMALL = 320;

/** A small picture of a file that not everybody sees, as an address: an image by itself would ask without a session. */
export function thumbnailQuery(project: string, file: string) {
  return queryOptions({
    queryKey: ["files", "thumbnail", file],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const params = { path: { id: project, file }, query: { width: SMALL } as const };
      const path = "/api/v1/projects/{id}/attachments/{file}/thumbnail";
      const picture = await read(api.GET(path, { params, signal, parseAs: "blob" }));
      return addressOf(picture as Blob);
    },
  });
}

function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
}

export async function download(project: string, { id, name }: FileOut): Promise<void> {
  const params = { path: { id: project, file: id } };
  const path = "/api/v1/projects/{id}/attachments/{file}";
  save((await read(api.GET(path, { params, parseAs: "blob" }))) as Blob, name);
}
