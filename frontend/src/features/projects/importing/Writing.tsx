import { Plural, Trans } from "@lingui/react/macro";
import { Refusal, WaitingButton } from "@/ui/Form";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { AtWork } from "./AtWork";
import { CountFacts } from "./CountFacts";
import { moveImport, type Seen } from "./queries";
import { RowErrors } from "./RowErrors";
import { useStep } from "./useStep";

/** What is to be written, said before it is, and what was written. */
export function Writing({ seen }: { seen: Seen }) {
  const { state, counts } = seen.data;
  if (state === "checked") return <Commit seen={seen} />;
  if (state === "committing") {
    return <AtWork says={<Trans>The rows are being written</Trans>} rows={counts.read} />;
  }
  return (
    <>
      <CountFacts counts={counts} written />
      <WhereTheyAre publishes={seen.data.publishes} />
      {state === "committed" ? <RowErrors run={seen.data} /> : null}
    </>
  );
}

function Commit({ seen }: { seen: Seen }) {
  const { waits, refused, take } = useStep();
  const {
    counts: { created, changed, refused: refusedRows },
    publishes,
  } = seen.data;
  const writes = created + changed;
  const partly = refusedRows > 0;
  if (writes === 0) {
    return (
      <p>
        <Trans>There is nothing to write: no row would be new or change anything.</Trans>
      </p>
    );
  }
  return (
    <div className="import-form">
      {refused ? <Refusal problem={refused} /> : null}
      {partly ? (
        <Notice
          tone="warn"
          title={
            <Plural
              value={refusedRows}
              one="# refused row will not be written"
              other="# refused rows will not be written"
            />
          }
        >
          <Trans>
            Correct your file and upload it again, or write the other rows without them.
          </Trans>
        </Notice>
      ) : null}
      <p>
        {publishes ? (
          <Trans>Projects are published at once, with your source as where they come from.</Trans>
        ) : (
          <Trans>
            Projects become drafts of your organisations. Nobody else sees them until they are
            submitted and reviewed.
          </Trans>
        )}
      </p>
      <div className="button-row">
        <WaitingButton
          rank="primary"
          waits={waits}
          onClick={() => void take(() => moveImport(seen, "commit", partly))}
        >
          {partly ? (
            <Plural
              value={writes}
              one="Write # project without the refused rows"
              other="Write # projects without the refused rows"
            />
          ) : (
            <Plural value={writes} one="Write # project" other="Write # projects" />
          )}
        </WaitingButton>
      </div>
    </div>
  );
}

function WhereTheyAre({ publishes }: { publishes: boolean }) {
  return (
    <p>
      {publishes ? (
        <Link href="/projects?sort=-updated_at">
          <Trans>All projects, last changed first</Trans>
        </Link>
      ) : (
        <Link href="/me/projects">
          <Trans>My projects</Trans>
        </Link>
      )}
    </p>
  );
}
