import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Problem } from "@/api/problem";
import { fileKind, fileSize } from "@/i18n/sizes";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Refusal, WaitingButton } from "@/ui/Form";
import {
  download,
  OFFERED,
  type RoomDocument,
  removeDocument,
  roomQuery,
  sendDocument,
} from "./queries";

type DocumentsProps = { room: string; documents: RoomDocument[]; writable: boolean };

/** The files of the room. */
export function Documents({ room, documents, writable }: DocumentsProps) {
  const queries = useQueryClient();
  const changed = () =>
    queries.invalidateQueries({ queryKey: roomQuery(room).queryKey, exact: true });
  return (
    <>
      {documents.length === 0 ? (
        <p className="muted">
          <Trans>No documents yet.</Trans>
        </p>
      ) : (
        <ul className="room-rows">
          {documents.map((file) => (
            <DocumentRow
              key={file.id}
              room={room}
              file={file}
              writable={writable}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {writable ? <AddDocument room={room} onAdded={changed} /> : null}
    </>
  );
}

type DocumentRowProps = {
  room: string;
  file: RoomDocument;
  writable: boolean;
  onChanged: () => Promise<void>;
};

function DocumentRow({ room, file, writable, onChanged }: DocumentRowProps) {
  const reader = useLanguage();
  const taking = useMutation({ mutationFn: () => download(room, file) });
  const removing = useMutation({
    mutationFn: () => removeDocument(room, file.id),
    onSettled: onChanged,
  });
  return (
    <li>
      <p className="file-name">{file.name}</p>
      <p className="small muted">
        <span>
          {fileKind(file.name)}, {fileSize(file.size, reader)}
        </span>
        <TextButton onClick={() => taking.mutate()}>
          <Trans>Download</Trans> <span className="vh">{file.name}</span>
        </TextButton>
        {writable ? (
          <TextButton onClick={() => removing.mutate()}>
            <Trans>Remove</Trans> <span className="vh">{file.name}</span>
          </TextButton>
        ) : null}
      </p>
      {taking.isError ? (
        <p className="small" role="alert">
          {taking.error.message || <Trans>It could not be downloaded. Please try again.</Trans>}
        </p>
      ) : null}
    </li>
  );
}

function AddDocument({ room, onAdded }: { room: string; onAdded: () => Promise<void> }) {
  const { t } = useLingui();
  const chooser = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState(0);
  const sending = useMutation({
    mutationFn: (file: File) => sendDocument(room, file, setPart),
    onSuccess: onAdded,
  });
  return (
    <div>
      {sending.error instanceof Problem ? <Refusal problem={sending.error} /> : null}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={OFFERED}
        aria-label={t`Document`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) sending.mutate(file);
          currentTarget.value = "";
        }}
      />
      {sending.isPending ? <progress value={part} aria-label={t`Sending`} /> : null}
      <WaitingButton
        rank="secondary"
        waits={sending.isPending}
        onClick={() => chooser.current?.click()}
      >
        <Trans>Add a document</Trans>
      </WaitingButton>
    </div>
  );
}
