import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Problem } from "@/api/problem";
import { wasSignedIn } from "@/api/token";
import { useSession } from "@/api/useSession";
import { practiceQuery, type Seen } from "@/features/practices/directory/queries";
import { PracticeFacts, PracticeOrigin } from "@/features/practices/story/PracticeFacts";
import { useWord } from "@/features/practices/words";
import { ProjectsOf } from "@/features/projects/ProjectsOf";
import { FIELDS_OF_ACTION, schemesQuery } from "@/features/topics/queries";
import { useLanguage } from "@/i18n/useLanguage";
import { Badge } from "@/ui/Badge";
import { LinkButton } from "@/ui/Button";
import { Link } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import { useAddress } from "../address";
import { signInHref } from "../next";
import { useTopicNames } from "../useTopicNames";
import "@/features/practices/practices.scss";

const EditForm = lazy(async () => ({ default: (await import("./practice-writing")).EditForm }));
const PracticeSteps = lazy(async () => ({
  default: (await import("./practice-writing")).PracticeSteps,
}));

export function PracticePage() {
  const { t } = useLingui();
  const text = useText();
  const word = useWord();
  const language = useLanguage();
  const session = useSession();
  const address = useAddress();
  const { id } = useParams({ from: "/practices/$id" });
  const answer = useQuery(practiceQuery(id, session));
  const topics = useTopicNames(answer.isSuccess);
  const up = [{ href: "/practices", label: t`Practices and policies` }];
  // A draft is not there for visitors; whether the reader is one is about to be known.
  const isComingBack = answer.isError && session === "unknown" && wasSignedIn();

  if (answer.isPending || isComingBack) {
    return (
      <div className="wrap page">
        <Skeleton page rows={8} />
      </div>
    );
  }
  if (answer.isError) {
    const gone = answer.error instanceof Problem && [404, 422].includes(answer.error.status);
    return (
      <Page title={gone ? t`This practice does not exist, or no longer` : t`Practice`} up={up}>
        <div className="section">
          {gone ? (
            <div className="button-row">
              <LinkButton href="/practices">
                <Trans>See all practices</Trans>
              </LinkButton>
              {session === "in" ? null : (
                <LinkButton href={signInHref(`/practices/${id}`)}>
                  <Trans>Sign in, if it is a draft of yours</Trans>
                </LinkButton>
              )}
            </div>
          ) : (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          )}
        </div>
      </Page>
    );
  }
  const practice = answer.data.data;
  const { title, language: served } = practice.display;
  const isEdited = address.one("view") === "edit" && practice.may.includes("write");
  return (
    <Page
      title={text(practice.title)}
      heading={served === language ? title : <span lang={served}>{title}</span>}
      lead={practice.summary ? <Text of={practice.summary} told /> : undefined}
      up={up}
    >
      {isEdited ? (
        <Edit key={id} seen={answer.data} />
      ) : (
        <>
          <p className="practice-standing">
            <Link href={`/practices?kind=${practice.kind}`}>{word("kind", practice.kind)}</Link>
          </p>
          {practice.may.length > 0 ? (
            <Standing seen={answer.data} edit={address.href({ view: "edit" })} />
          ) : null}
          <PracticeFacts practice={practice} topics={topics} />
          {practice.state === "published" ? (
            <ProjectsOf
              asked={{ practice: [id] }}
              all={`/projects?practice=${id}`}
              none={<Trans>No project names this practice</Trans>}
            />
          ) : null}
          <PracticeOrigin practice={practice} />
        </>
      )}
    </Page>
  );
}

/** For who may change it: where it stands, and what can be done. */
function Standing({ seen, edit }: { seen: Seen; edit: string }) {
  const word = useWord();
  const { state, reason } = seen.data;
  return (
    <div className="practice-standing no-print">
      <Badge>{word("state", state)}</Badge>
      {reason ? (
        <p className="small">
          <Trans>Reason: {reason}</Trans>
        </p>
      ) : null}
      <Suspense fallback={<Skeleton rows={1} />}>
        <PracticeSteps seen={seen} edit={edit} />
      </Suspense>
    </div>
  );
}

function Edit({ seen }: { seen: Seen }) {
  const schemes = useQuery(schemesQuery());
  if (schemes.isPending) return <Skeleton rows={8} />;
  if (schemes.isError) {
    return <ErrorState error={schemes.error} onRetry={() => void schemes.refetch()} />;
  }
  const all = schemes.data.items;
  const offered = all.find(({ id }) => id === FIELDS_OF_ACTION)?.topics ?? [];
  // A topic of another scheme, once chosen, can be seen and taken away.
  const chosen = all
    .flatMap(({ topics }) => topics)
    .filter(({ id }) => seen.data.topics.includes(id));
  const topics = [...new Map([...offered, ...chosen].map((each) => [each.id, each])).values()];
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <EditForm seen={seen} topics={topics} />
    </Suspense>
  );
}
