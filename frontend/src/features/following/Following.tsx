import { Trans, useLingui } from "@lingui/react/macro";
import { type UseQueryResult, useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { TextButton } from "@/ui/Button";
import { Radios } from "@/ui/Fields";
import { Link } from "@/ui/Link";
import { ErrorState, Skeleton } from "@/ui/States";
import { Text, useText } from "@/ui/Text";
import {
  digestQuery,
  type Follow,
  followsQuery,
  forgetSearch,
  type Rhythm,
  type SavedSearch,
  searchesQuery,
  setDigest,
  setFollow,
  useAfterFollowing,
} from "./queries";
import { useWord } from "./words";
import "./following.scss";

const RHYTHMS: Rhythm[] = ["off", "daily", "weekly"];

/** What the reader follows and searches, and how often they are written to about it. */
export function Following() {
  return (
    <div className="following">
      <Searches />
      <Follows />
      <Letters />
    </div>
  );
}

type ListProps<T> = {
  title: ReactNode;
  answer: UseQueryResult<{ items: T[] }>;
  none: ReactNode;
  row: (item: T) => ReactNode;
};

function List<T>({ title, answer, none, row }: ListProps<T>) {
  return (
    <section>
      <h2 className="h2">{title}</h2>
      {answer.isPending ? <Skeleton rows={3} /> : null}
      {answer.isError ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      {answer.data?.items.length === 0 ? <p className="muted">{none}</p> : null}
      <ul className="following-rows">{answer.data?.items.map(row)}</ul>
    </section>
  );
}

function Searches() {
  const answer = useQuery(searchesQuery());
  const after = useAfterFollowing();
  const forgetting = useMutation({ mutationFn: forgetSearch, onSettled: after });
  return (
    <List
      title={<Trans>Searches you keep</Trans>}
      answer={answer}
      none={
        <Trans>
          None yet. The <Link href="/projects">list of projects</Link> lets you save what you
          filter.
        </Trans>
      }
      row={({ id, name, href }: SavedSearch) => (
        <li key={id}>
          <Link href={href}>{name}</Link>
          <TextButton onClick={() => forgetting.mutate(id)}>
            <Trans>
              Remove<span className="vh"> {name}</span>
            </Trans>
          </TextButton>
        </li>
      )}
    />
  );
}

function Follows() {
  const word = useWord();
  const text = useText();
  const answer = useQuery(followsQuery());
  const after = useAfterFollowing();
  const leaving = useMutation({
    mutationFn: ({ kind, id }: Follow) => setFollow(kind, id, false),
    onSettled: after,
  });
  return (
    <List
      title={<Trans>What you follow</Trans>}
      answer={answer}
      none={
        <Trans>
          Nothing yet. The pages of projects, organisations, networks and topics let you.
        </Trans>
      }
      row={(follow: Follow) => {
        const name = text(follow.label);
        return (
          <li key={`${follow.kind} ${follow.id}`}>
            <span>
              {follow.href ? (
                <Link href={follow.href}>
                  <Text of={follow.label} />
                </Link>
              ) : (
                <Trans>not public any more</Trans>
              )}{" "}
              <span className="small muted">{word("kind", follow.kind)}</span>
            </span>
            <TextButton onClick={() => leaving.mutate(follow)}>
              <Trans>
                Follow no longer<span className="vh"> {name}</span>
              </Trans>
            </TextButton>
          </li>
        );
      }}
    />
  );
}

function Letters() {
  const { t } = useLingui();
  const word = useWord();
  const digest = useQuery(digestQuery()).data;
  const after = useAfterFollowing();
  const [chosen, setChosen] = useState<Rhythm>();
  const setting = useMutation({
    mutationFn: setDigest,
    onSettled: after,
    onError: () => setChosen(undefined),
  });
  if (!digest) return null;
  return (
    <section>
      <h2 className="h2">
        <Trans>Letters</Trans>
      </h2>
      <Radios
        legend={t`Write to me about what is new`}
        value={chosen ?? digest.rhythm}
        options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: word("rhythm", rhythm) }))}
        onChange={(rhythm) => {
          setChosen(rhythm as Rhythm);
          setting.mutate(rhythm as Rhythm);
        }}
      />
      <p className="small muted">
        <Trans>No letter comes where nothing is new. Each has a link that ends them.</Trans>
      </p>
      <p className="vh" role="status">
        {setting.isSuccess ? <Trans>Saved</Trans> : null}
      </p>
      {setting.isError ? <p role="alert">{setting.error.message}</p> : null}
    </section>
  );
}
