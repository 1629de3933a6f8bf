import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, useRef, useState } from "react";
import { Button, TextButton } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { type FileOut, OFFERED } from "./files";
import { type Sending, useUploads } from "./useUploads";

/** Files are chosen, or dropped here; how far each has come is shown until it is taken. */
export function FileDrop({ onTaken }: { onTaken: (file: FileOut, given: File) => void }) {
  const { t } = useLingui();
  const { sendings, start, forget } = useUploads(onTaken);
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function over(event: DragEvent, next: boolean) {
    event.preventDefault();
    setOver(next);
  }

  return (
    <>
      {sendings.length > 0 ? (
        <ul className="file-sendings">
          {sendings.map((sending) => (
            <li key={sending.key}>
              <OnItsWay sending={sending} onSeen={() => forget(sending.key)} />
            </li>
          ))}
        </ul>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same without a pointer */}
      <div
        className={classes("file-drop", isOver && "is-over")}
        onDragOver={(event) => over(event, true)}
        onDragLeave={(event) => over(event, false)}
        onDrop={(event) => {
          over(event, false);
          start(event.dataTransfer.files);
        }}
      >
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={OFFERED}
          aria-label={t`Files`}
          onChange={({ currentTarget }) => {
            start([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
        />
        <Button onClick={() => chooser.current?.click()}>
          <Trans>Add pictures or documents</Trans>
        </Button>
        <p className="small muted">
          <Trans>
            Or drop them here. PDF, PNG, JPEG, WebP, OpenDocument, Office without macros, CSV or
            text, up to 25 MB each.
          </Trans>
        </p>
      </div>
    </>
  );
}

function OnItsWay({ sending, onSeen }: { sending: Sending; onSeen: () => void }) {
  const { name, part, refusal } = sending;
  if (refusal) {
    return (
      <div role="alert">
        <p>
          <b>
            <Trans>{name} was not taken</Trans>
          </b>
        </p>
        <p>{refusal}</p>
        <TextButton onClick={onSeen}>
          <Trans>Close</Trans> <span className="vh">{name}</span>
        </TextButton>
      </div>
    );
  }
  return (
    <div role="status">
      <p>{part < 1 ? <Trans>Sending {name}</Trans> : <Trans>Checking {name}</Trans>}</p>
      <progress value={part} aria-label={name} />
    </div>
  );
}
