import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { Problem } from "@/api/problem";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { Select, TextField } from "@/ui/Fields";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { isSlug, slugOf } from "./mapping";
import { type Import, MOST_BYTES, mappingsQuery, OFFERED, sendImport } from "./queries";

/** A file is chosen or dropped, and where it comes from is said. */
export function UploadForm({ onDone }: { onDone: (made: Import) => void }) {
  const { t } = useLingui();
  const mappings = useQuery(mappingsQuery()).data?.items ?? [];
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState("");
  const [mapping, setMapping] = useState("");
  const [part, setPart] = useState<number>();
  const [refused, setRefused] = useState<Problem>();
  const [lacks, setLacks] = useState("");

  function choose(given: File | undefined) {
    if (!given) return;
    setFile(given);
    setRefused(undefined);
    setLacks("");
    if (!source) setSource(slugOf(given.name));
  }

  function lack(): string {
    if (!file) return t`Choose a file first.`;
    if (file.size > MOST_BYTES) return t`The file is larger than 25 MB. Divide it.`;
    if (source.length < 2 || !isSlug(source)) {
      return t`Write the source in small letters without accents, digits and hyphens, such as city-portal.`;
    }
    return "";
  }

  async function send() {
    const said = lack();
    setLacks(said);
    if (said || !file) return;
    setRefused(undefined);
    setPart(0);
    try {
      onDone(await sendImport({ file, source, mapping }, setPart));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      setRefused(failure);
    } finally {
      setPart(undefined);
    }
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {lacks ? <Notice live tone="bad" title={lacks} answer={lacks} /> : null}
      {refused ? (
        <>
          <Refusal problem={refused} />
          {refused.errors.map((each) => (
            <p key={each.code}>{each.detail}</p>
          ))}
        </>
      ) : null}
      <FileChoice file={file} onChoose={choose} />
      <TextField
        label={t`Source`}
        hint={t`A short name for where the file comes from, such as city-portal. A later file of the same source changes what this one brings.`}
        value={source}
        onChange={setSource}
      />
      {mappings.length > 0 ? (
        <Select
          label={t`Read it as`}
          value={mapping}
          options={[
            { value: "", label: t`a file that is new here` },
            ...mappings.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={setMapping}
        />
      ) : null}
      {part === undefined ? null : <progress value={part} aria-label={t`Sent`} />}
      <div className="button-row">
        <WaitingButton rank="primary" type="submit" waits={part !== undefined}>
          <Trans>Upload</Trans>
        </WaitingButton>
      </div>
    </form>
  );
}

type FileChoiceProps = { file: File | undefined; onChoose: (file: File | undefined) => void };

function FileChoice({ file, onChoose }: FileChoiceProps) {
  const { t } = useLingui();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const name = file?.name;

  function over(event: DragEvent, next: boolean) {
    event.preventDefault();
    setOver(next);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same without a pointer
    <div
      className={classes("import-drop", isOver && "is-over")}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        onChoose(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={chooser}
        type="file"
        hidden
        accept={OFFERED}
        aria-label={t`File`}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      <Button onClick={() => chooser.current?.click()}>
        {file ? <Trans>Choose another file</Trans> : <Trans>Choose a file</Trans>}
      </Button>
      <p className="small muted">
        <Trans>
          Or drop it here. CSV, Excel (XLSX), JSON, NDJSON or GeoJSON with one project to a row, up
          to 25 MB.
        </Trans>
      </p>
      <p role="status">{name ? <Trans>Chosen: {name}</Trans> : null}</p>
    </div>
  );
}
