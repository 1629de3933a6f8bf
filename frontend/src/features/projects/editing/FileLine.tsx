import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { use } from "react";
import { fileKind, fileSize } from "@/i18n/sizes";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { download, type FileOut, FilesContext, thumbnailQuery } from "./files";

/** A file: the picture small, its name, kind and size, and the way to have it. */
export function FileLine({ file, alt = "" }: { file: FileOut; alt?: string }) {
  const reader = useLanguage();
  const { of: project } = use(FilesContext);
  const taking = useMutation({ mutationFn: () => download(project, file) });
  return (
    <div className="file-line">
      {file.thumbnail ? <Thumbnail file={file.id} alt={alt} /> : null}
      <div>
        <p className="file-name">{file.name}</p>
        <p className="small muted">
          {fileKind(file.name)}, {fileSize(file.size, reader)}
        </p>
        <TextButton onClick={() => taking.mutate()}>
          <Trans>Download</Trans> <span className="vh">{file.name}</span>
        </TextButton>
        {taking.isError ? (
          <p className="small" role="alert">
            {taking.error.message || <Trans>It could not be downloaded. Please try again.</Trans>}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Thumbnail({ file, alt }: { file: string; alt: string }) {
  const { of: project } = use(FilesContext);
  const { data } = useQuery(thumbnailQuery(project, file));
  return data ? <img src={data} alt={alt} /> : <span className="file-blank" />;
}
