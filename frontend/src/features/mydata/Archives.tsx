import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage } from "@/i18n/useLanguage";
import { Instant } from "@/ui/Dates";
import { WaitingButton } from "@/ui/Form";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { save } from "@/ui/save";
import { archivesQuery, downloadArchive, type ExportOut, makeArchive } from "./queries";

const DAY_MS = 86_400_000;

/** Archives of one's own data: made here, taken along while they last. */
export function Archives() {
  const queries = useQueryClient();
  const answer = useQuery(archivesQuery());
  // The same key until it worked: an archive asked for twice over a bad line is made once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const making = useMutation({
    mutationFn: () => makeArchive(key),
    onSuccess: () => {
      setKey(crypto.randomUUID());
      return queries.invalidateQueries({ queryKey: archivesQuery().queryKey });
    },
  });

  return (
    <div className="form archives">
      <p>
        <Trans>
          An archive holds everything of the section above as tables (CSV) and for programs (JSON).
          It lies ready for seven days; a letter tells you so.
        </Trans>
      </p>
      {making.isSuccess ? (
        <Notice live tone="ok" title={<Trans>Your archive is ready.</Trans>} />
      ) : null}
      {making.isError ? (
        <Notice live tone="bad" title={<Trans>The archive could not be made.</Trans>}>
          {making.error.message}
        </Notice>
      ) : null}
      <div className="button-row">
        <WaitingButton rank="secondary" waits={making.isPending} onClick={() => making.mutate()}>
          <Trans>Make an archive</Trans>
        </WaitingButton>
      </div>
      {answer.isPending ? (
        <Skeleton rows={1} />
      ) : answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data.items.length === 0 ? (
        <p className="muted">
          <Trans>No archive lies ready.</Trans>
        </p>
      ) : (
        <ul className="held">
          {answer.data.items.map((archive) => (
            <Archive key={archive.id} archive={archive} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Archive({ archive }: { archive: ExportOut }) {
  const language = useLanguage();
  const loading = useMutation({
    mutationFn: () => downloadArchive(archive.id),
    onSuccess: (content) => save(content, "citypeers-my-data.zip"),
  });
  const days = Math.max(0, Math.ceil((Date.parse(archive.expires_at) - Date.now()) / DAY_MS));
  const size = new Intl.NumberFormat(language, {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  }).format(Math.max(1, archive.size / 1000));
  return (
    <li>
      <div>
        <p className="held-name">
          <Trans>
            Made <Instant at={archive.made_at} />
          </Trans>
        </p>
        <p className="small muted">
          <Plural value={days} one="# day left" other="# days left" />, {size}
        </p>
        {loading.isError ? (
          <p className="small" role="alert">
            {loading.error.message || <Trans>It could not be downloaded. Please try again.</Trans>}
          </p>
        ) : null}
      </div>
      <div className="button-row">
        <WaitingButton rank="secondary" waits={loading.isPending} onClick={() => loading.mutate()}>
          <Trans>
            Download
            <span className="vh">
              {" "}
              <Instant at={archive.made_at} />
            </span>
          </Trans>
        </WaitingButton>
      </div>
    </li>
  );
}
