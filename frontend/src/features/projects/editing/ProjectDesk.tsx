import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Notice } from "@/ui/Notice";
import { EmptyState } from "@/ui/States";
import { ViewSwitch } from "@/ui/ViewSwitch";
import { Editor } from "./Editor";
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

/** Steps that have a place of their own. */
const ELSEWHERE = ["write", "submit", "approve", "request_changes"];

/** A project as those see it who write or review it: the version at work, what is live, and what was. */
export function ProjectDesk({ seen, view, hrefOf, go }: ProjectDeskProps) {
  const { t } = useLingui();
  const [done, setDone] = useState<{ verb: Verb | "restored" }>();
  // After a step the form begins anew; while somebody types it does not.
  const [round, setRound] = useState(0);
  const { live, live_state, work_state, may, comments } = seen.data;
  const verbs = may.filter((verb) => !ELSEWHERE.includes(verb)) as Verb[];
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
      {verbs.length > 0 ? <StepButtons seen={seen} verbs={verbs} onDone={finish} /> : null}
      <ReviewComments comments={whole} />
      {view === "work" ? <Work key={round} seen={seen} onDone={finish} /> : null}
      {view === "live" && live ? <Whole story={live} /> : null}
      {view === "history" ? <Revisions seen={seen} onRestored={() => finish("restored")} /> : null}
    </div>
  );
}

function Work({ seen, onDone }: { seen: Seen; onDone: (verb: Verb) => void }) {
  const { may, work, work_state } = seen.data;
  if (may.includes("write")) return <Editor seen={seen} onDone={onDone} />;
  if (work && (may.includes("approve") || may.includes("request_changes"))) {
    return <Review seen={seen} work={work} onDone={onDone} />;
  }
  if (!work) return <EmptyState says={<Trans>Nothing is being written.</Trans>} />;
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
