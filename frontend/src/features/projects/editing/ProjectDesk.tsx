import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { LinkButton } from "@/ui/Button";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { EmptyState } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { Editor } from "./Editor";
import { type FileOut, FilesContext } from "./files";
import { ReviewComments } from "./Part";
import type { Seen, Verb } from "./queries";
import { Review } from "./Review";
import { Revisions } from "./Revisions";
import { StateBadges } from "./StateBadges";
import { StepButtons } from "./StepButtons";
import { Whole } from "./Whole";
import "./editing.scss";

export type DeskView = "work" | "live" | "history";

type ProjectDeskProps = {
  seen: Seen;
  view: DeskView;
  hrefOf: (view: DeskView) => string;
  go: (view: DeskView) => void;
};

/** Steps that lead on; submitting and reviewing have a place of their own. */
const ON: Verb[] = ["publish", "take_back", "confirm", "restore"];
/** Steps that end something, or ask somebody to begin again. */
const OFF: Verb[] = ["flag", "discard", "archive"];

/** A project as those see it who write or review it: the version at work, what is live, and what was. */
export function ProjectDesk({ seen, view, hrefOf, go }: ProjectDeskProps) {
  const { t } = useLingui();
  const [done, setDone] = useState<{ verb: Verb | "restored" }>();
  // After a step the form begins anew; while somebody types it does not.
  const [round, setRound] = useState(0);
  const { id, live, live_state, work_state, may, comments } = seen.data;
  const [uploaded, setUploaded] = useState<FileOut[]>([]);
  const files = {
    of: id,
    known: [...seen.data.files, ...uploaded],
    add: (file: FileOut) => setUploaded((all) => [...all, file]),
  };
  const allowed = (verbs: Verb[]) => verbs.filter((verb) => may.includes(verb));
  const [on, off] = [allowed(ON), allowed(OFF)];
  const whole = comments.filter(({ pointer, is_open }) => is_open && pointer === "");

  function finish(verb: Verb | "restored") {
    setDone({ verb });
    setRound(round + 1);
    go("work");
    scrollTo(0, 0);
  }

  const work = may.includes("approve") || may.includes("request_changes") ? t`Review` : t`Draft`;
  const views = [
    { view: "work" as const, label: work },
    ...(live ? [{ view: "live" as const, label: t`What is live` }] : []),
    { view: "history" as const, label: t`Earlier versions` },
  ];
  return (
    <FilesContext value={files}>
      <div className="project-desk">
        <div className="project-desk-head">
          <StateBadges live={live_state} work={work_state} />
          <ViewSwitch
            views={views.map((each) => ({
              href: hrefOf(each.view),
              label: each.label,
              current: each.view === view,
            }))}
          />
        </div>
        {done ? <Done verb={done.verb} answer={done} /> : null}
        {on.length > 0 ? <StepButtons seen={seen} verbs={on} onDone={finish} /> : null}
        <ReviewComments comments={whole} />
        {view === "work" ? <Work key={round} seen={seen} onDone={finish} /> : null}
        {view === "live" && live ? (
          <>
            {live_state === "archived" ? null : (
              <p>
                <Link href={`/projects/${id}`}>
                  <Trans>See it as everybody does</Trans>
                </Link>
              </p>
            )}
            <Whole story={live} />
          </>
        ) : null}
        {view === "history" ? (
          <Revisions seen={seen} onRestored={() => finish("restored")} />
        ) : null}
        {off.length > 0 ? (
          <section className="project-off">
            <h2 className="h3">
              <Trans>Other steps</Trans>
            </h2>
            <StepButtons seen={seen} verbs={off} onDone={finish} />
          </section>
        ) : null}
      </div>
    </FilesContext>
  );
}

function Work({ seen, onDone }: { seen: Seen; onDone: (verb: Verb) => void }) {
  const { may, work, work_state } = seen.data;
  if (may.includes("write")) return <Editor seen={seen} onDone={onDone} />;
  if (work && (may.includes("approve") || may.includes("request_changes"))) {
    return <Review seen={seen} work={work} onDone={onDone} />;
  }
  if (!work) {
    return (
      <EmptyState
        says={<Trans>Nothing is being written.</Trans>}
        action={
          <LinkButton href="/me/reviews">
            <Trans>See reviews</Trans>
          </LinkButton>
        }
      />
    );
  }
  return (
    <>
      {work_state === "submitted" ? (
        <p className="muted">
          <Trans>Somebody of another organisation reads it. Until then it is not written on.</Trans>
        </p>
      ) : null}
      <Whole story={work} />
    </>
  );
}

function Done({ verb, answer }: { verb: Verb | "restored"; answer: object }) {
  const said: { [verb in Verb | "restored"]?: ReactNode } = {
    submit: <Trans>Submitted. Somebody of another organisation reads it now.</Trans>,
    publish: <Trans>Published. Everybody sees it now.</Trans>,
    approve: <Trans>Approved. Its authors are told.</Trans>,
    request_changes: <Trans>Sent back with your comments. Its authors are told.</Trans>,
    restored: <Trans>The draft is again what that version was.</Trans>,
  };
  return (
    <Notice
      live
      tone="ok"
      answer={answer}
      title={said[verb] ?? <Trans>Done. It is recorded.</Trans>}
    />
  );
}
