import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { shownOf } from "@/api/pages";
import { ImportSteps } from "@/features/projects/importing/ImportSteps";
import { ImportTable } from "@/features/projects/importing/ImportTable";
import { importQuery, importsQuery } from "@/features/projects/importing/queries";
import { UploadForm } from "@/features/projects/importing/UploadForm";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/States";
import { useAddress } from "../address";
import { Guard } from "../Guard";
import { Listing } from "../Listing";
import "@/features/projects/importing/importing.scss";

/** Files of projects: all that the reader brought, or the one that the address names. */
export function ImportsPage() {
  const id = useAddress().one("import");
  const before = useRef(id);

  // The path stays the same, so that nothing else notices that this is another page.
  useEffect(() => {
    if (before.current !== id) document.querySelector<HTMLElement>("#main h1")?.focus();
    before.current = id;
  }, [id]);

  return <Guard>{id ? <OneImport key={id} id={id} /> : <Imports />}</Guard>;
}

function Imports() {
  const { t } = useLingui();
  const address = useAddress();
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  const answer = useQuery(importsQuery(shownOf(address.one("shown"))));
  const begin = (
    <Button rank="primary" onClick={() => setNew(true)}>
      <Trans>Import a file</Trans>
    </Button>
  );
  return (
    <Page
      title={t`Import projects`}
      up={[{ href: "/me/projects", label: t`My projects` }]}
      lead={
        <Trans>
          Bring projects from a table as you have it. You see what each row would become before
          anything is written, and can undo it for a day.
        </Trans>
      }
    >
      <div className="section">
        <Listing
          answer={answer}
          count={(total) => <Plural value={total} one="# import" other="# imports" />}
          aside={answer.data?.total ? begin : null}
          empty={
            <EmptyState says={<Trans>You have not imported a file yet.</Trans>} action={begin} />
          }
        >
          {(items) =>
            items.length > 0 ? (
              <ImportTable items={items} href={(id) => address.href({ import: id })} />
            ) : null
          }
        </Listing>
      </div>
      <Dialog open={isNew} onClose={() => setNew(false)} title={t`Import a file`}>
        <UploadForm
          onDone={({ id }) => {
            setNew(false);
            void navigate({ href: address.href({ import: id, shown: undefined }) });
          }}
        />
      </Dialog>
    </Page>
  );
}

function OneImport({ id }: { id: string }) {
  const { t } = useLingui();
  const name = useQuery(importQuery(id)).data?.data.file_name;
  return (
    <Page
      title={name ?? t`Import projects`}
      up={[
        { href: "/me/projects", label: t`My projects` },
        { href: "/me/imports", label: t`Import projects` },
      ]}
    >
      <ImportSteps id={id} />
    </Page>
  );
}
